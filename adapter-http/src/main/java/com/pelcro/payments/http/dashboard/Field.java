package com.pelcro.payments.http.dashboard;

import org.jspecify.annotations.Nullable;

/// One line of a form with a text to type.
///
/// @param kind what the browser takes it for: `text`, `password`, `email`, `datetime-local`, …
public record Field(
    String name,
    String label,
    @Nullable String help,
    String kind,
    String value,
    @Nullable String fault,
    boolean required) {

  public static Field text(Form form, String name, String label, @Nullable String help) {
    return new Field(name, label, help, "text", form.value(name), form.fault(name), false);
  }

  public static Field secret(Form form, String name, String label, @Nullable String help) {
    return new Field(name, label, help, "password", "", form.fault(name), false);
  }

  public Field needed() {
    return new Field(name, label, help, kind, value, fault, true);
  }

  public Field as(String otherKind) {
    return new Field(name, label, help, otherKind, value, fault, required);
  }

  /// What a screen reader says about it.
  public @Nullable String describedBy() {
    if (fault != null) {
      return name + "-fault" + (help == null ? "" : " " + name + "-help");
    }
    return help == null ? null : name + "-help";
  }
}
