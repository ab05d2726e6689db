package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.Settings;
import com.pelcro.payments.simulator.Settings.Switches;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;

/// `/simulator/settings`: the switches.
public final class SettingsEndpoint {

  private final Settings settings;

  /// Turns these.
  public SettingsEndpoint(Settings settings) {
    this.settings = settings;
  }

  /// `GET`.
  public Endpoint read() {
    return _ -> JsonReply.own(200, view(settings.now()));
  }

  /// `PUT`: what is left out stays as it is.
  public Endpoint turn() {
    return call -> {
      settings.turn(changed(settings.now(), call.body()));
      return JsonReply.own(200, view(settings.now()));
    };
  }

  private static Switches changed(Switches before, Body body) {
    var known = view(before).node();
    body.root()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.has(name)
                  || known.get(name).getNodeType() != body.at(name).getNodeType()) {
                throw Faults.at(name, "is no switch of this kind");
              }
            });
    return new Switches(
        flag(body, "strict", before.strict()),
        flag(body, "duplicate_code_check", before.duplicateCodeCheck()),
        flag(body, "arav", before.arav()),
        flag(body, "over_capture", before.overCapture()),
        flag(body, "transaction_id_search", before.transactionIdSearch()),
        flag(body, "extra_fields", before.extraFields()),
        body.number("search_lag_millis").orElse(before.searchLagMillis()));
  }

  private static boolean flag(Body body, String name, boolean before) {
    return body.has(name) ? body.flag(name) : before;
  }

  private static JsonTree view(Switches switches) {
    return new JsonTree()
        .put("strict", switches.strict())
        .put("duplicate_code_check", switches.duplicateCodeCheck())
        .put("arav", switches.arav())
        .put("over_capture", switches.overCapture())
        .put("transaction_id_search", switches.transactionIdSearch())
        .put("extra_fields", switches.extraFields())
        .put("search_lag_millis", switches.searchLagMillis());
  }
}
