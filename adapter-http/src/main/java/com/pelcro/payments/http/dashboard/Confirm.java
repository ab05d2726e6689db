package com.pelcro.payments.http.dashboard;

/// A page that asks once more before something is done.
public record Confirm(
    String title, String text, String action, String back, String button, Form form) {

  /// What is to be done by a form without fields.
  public static Confirm of(String title, String text, String action, String back, String button) {
    return new Confirm(title, text, action, back, button, Form.empty());
  }

  /// The same after it was refused.
  public Confirm refused(String why) {
    var faults = java.util.List.of(new Form.Fault(null, why));
    var again = new Form(form.once(), form.values(), faults);
    return new Confirm(title, text, action, back, button, again);
  }
}
