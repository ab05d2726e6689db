package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.http.server.PageCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands in a form, and what is wrong with it. `once` makes it count once.
public record Form(String once, Map<String, String> values, List<Fault> faults) {

  /// What is wrong with one field; without a field it is about the form as a whole.
  public record Fault(@Nullable String field, String text) {}

  public Form {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  public static Form of(Map<String, String> values) {
    return new Form(UUID.randomUUID().toString(), values, List.of());
  }

  public static Form empty() {
    return of(Map.of());
  }

  /// What was sent, but for what is secret, with what is wrong with it.
  public static Form sent(PageCall call, List<String> secrets, List<Fault> faults) {
    var values = new LinkedHashMap<String, String>();
    call.form().names().stream()
        .filter(name -> !secrets.contains(name))
        .forEach(name -> values.put(name, String.join("\n", call.fields(name))));
    return new Form(UUID.randomUUID().toString(), values, faults);
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  public @Nullable String fault(String name) {
    return faults.stream()
        .filter(fault -> name.equals(fault.field()))
        .map(Fault::text)
        .findFirst()
        .orElse(null);
  }

  public boolean isWrong() {
    return !faults.isEmpty();
  }
}
