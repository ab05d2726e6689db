package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.bootstrap.journey.Caller;
import com.pelcro.payments.bootstrap.proof.KillPoint.Place;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import java.util.Map;
import java.util.function.Supplier;

/// Puts the places to be killed at around a call.
record Killing(KillPoint point, Caller simulator) {

  private static final int LONG = 20_000;

  Witnessed<GatewayAnswer> around(
      OperationKind kind, References references, Supplier<Witnessed<GatewayAnswer>> call) {
    if (point.isAt(Place.RECORDED, kind)) {
      point.stop(references.code());
    }
    if (point.isAt(Place.SENT, kind)) {
      withholdAnswer(references);
      point.announce(references.code());
    }
    var heard = call.get();
    if (point.isAt(Place.REPLIED, kind)) {
      point.stop(references.code());
    }
    point.expectCommit(kind, references);
    return heard;
  }

  /// The gateway will do it at once and answer when nobody is left to hear it.
  private void withholdAnswer(References references) {
    var scenario =
        Map.of(
            "match", Map.of("code_prefix", references.code()),
            "effect", Map.of("kind", "delay", "millis", LONG),
            "times", 1);
    var made = simulator.post("/simulator/scenarios", scenario);
    if (made.status() >= 300) {
      throw new IllegalStateException("no scenario: " + made.body());
    }
  }
}
