package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.http.dashboard.Field;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.server.PageCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The form of a dunning policy.
public record DunningForm(Form form, String action) {

  private static final String CAP = "cap.";
  private static final String OTHERS = CAP + "default";
  private static final int MOST = 1000;

  static Form stored(DunningPolicy policy) {
    var values = new LinkedHashMap<String, String>();
    values.put("retry_after", WaitsText.of(policy.retryAfter()));
    values.put("final_action", policy.finalAction().code());
    values.put("retry_without_advice", policy.retryWithoutAdvice() ? "yes" : "");
    policy.cardCaps().forEach((network, cap) -> values.put(CAP + network.code(), cap.toString()));
    values.put(OTHERS, Integer.toString(policy.defaultCardCap()));
    return Form.of(values);
  }

  public List<Choice> actions() {
    var chosen = form.value("final_action");
    return Stream.of(FinalAction.values())
        .map(one -> new Choice(one.code(), label(one), one.code().equals(chosen)))
        .toList();
  }

  private static String label(FinalAction action) {
    return switch (action) {
      case CANCEL -> "Cancel the subscription";
      case PAUSE -> "Pause the subscription";
      case KEEP_PAST_DUE -> "Keep it, past due";
    };
  }

  public Field waits() {
    return Field.text(
            form,
            "retry_after",
            "Try again after",
            "The waits after the first decline, the second, and so on: 1 day, 3 days, 12 hours")
        .needed();
  }

  /// One cap for each network, and one for those without.
  public List<Field> caps() {
    var caps = new ArrayList<Field>();
    for (var network : CardNetwork.values()) {
      caps.add(cap(CAP + network.code(), network.displayName()));
    }
    caps.add(cap(OTHERS, "All others").needed());
    return caps;
  }

  private Field cap(String name, String label) {
    return Field.text(form, name, label, null).as("number");
  }

  static List<Fault> faults(PageCall call) {
    var faults = new ArrayList<Fault>();
    if (WaitsText.read(call.field("retry_after")).isEmpty()) {
      faults.add(
          new Fault(
              "retry_after",
              "Write up to 20 waits like 1 day, 3 days, 12 hours, of 365 days at most"));
    }
    if (action(call).isEmpty()) {
      faults.add(new Fault("final_action", "Choose what happens in the end"));
    }
    for (var network : CardNetwork.values()) {
      var name = CAP + network.code();
      if (!call.field(name).isEmpty() && number(call, name).isEmpty()) {
        faults.add(cap(name));
      }
    }
    if (number(call, OTHERS).isEmpty()) {
      faults.add(cap(OTHERS));
    }
    return faults;
  }

  private static Fault cap(String name) {
    return new Fault(name, "A number from 1 to " + MOST);
  }

  /// Of a form without faults.
  static DunningPolicy policy(PageCall call) {
    Map<CardNetwork, Integer> caps = new EnumMap<>(CardNetwork.class);
    for (var network : CardNetwork.values()) {
      number(call, CAP + network.code()).ifPresent(cap -> caps.put(network, cap));
    }
    return new DunningPolicy(
        WaitsText.read(call.field("retry_after")).orElseThrow(),
        action(call).orElseThrow(),
        call.field("retry_without_advice").equals("yes"),
        caps,
        number(call, OTHERS).orElseThrow());
  }

  private static java.util.Optional<FinalAction> action(PageCall call) {
    return Stream.of(FinalAction.values())
        .filter(one -> one.code().equals(call.field("final_action")))
        .findFirst();
  }

  private static OptionalInt number(PageCall call, String name) {
    var text = call.field(name);
    if (!text.matches("\\d{1,4}")) {
      return OptionalInt.empty();
    }
    var number = Integer.parseInt(text);
    return number >= 1 && number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
