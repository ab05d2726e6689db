package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.Annulment.Annulled;
import com.pelcro.payments.domain.gateway.Annulment.NothingThere;
import com.pelcro.payments.domain.gateway.Annulment.Unknown;
import com.pelcro.payments.domain.gateway.GatewayReference;
import java.util.Set;

/// Reads the answer to undoing an operation by its reference.
public final class Annulments {

  private static final Set<String> UNDONE = Set.of("VOIDED", "REVERSED");
  private static final String NOTHING = "INVALID_DATA";
  private static final String ALREADY = "AUTH_ALREADY_REVERSED";

  private Annulments() {}

  public static Annulment read(int status, String body) {
    return Json.read(body)
        .map(answer -> read(status, answer))
        .orElseGet(() -> new Unknown("HTTP " + status + " without a whole JSON object"));
  }

  private static Annulment read(int status, Reading answer) {
    return switch (status) {
      case 201 -> undone(answer);
      case 400 -> refused(answer);
      default -> new Unknown("HTTP " + status);
    };
  }

  private static Annulment undone(Reading answer) {
    var done = answer.text("status").filter(UNDONE::contains).isPresent();
    return answer
        .text("id")
        .filter(_ -> done)
        .<Annulment>map(id -> new Annulled(PaymentAnswers.reference(answer, id)))
        .orElseGet(() -> new Unknown("an annulment that is not said to be done"));
  }

  private static Annulment refused(Reading answer) {
    var documented = answer.text("status").filter("INVALID_REQUEST"::equals).isPresent();
    return switch (answer.text("reason").filter(_ -> documented).orElse("")) {
      case NOTHING -> new NothingThere("nothing to undo under this reference");
      case ALREADY -> new Annulled(GatewayReference.of(answer.text("id").orElse("none")));
      case String reason ->
          new Unknown("the gateway answered " + (reason.isEmpty() ? "an unknown error" : reason));
    };
  }
}
