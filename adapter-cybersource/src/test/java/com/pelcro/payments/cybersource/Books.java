package com.pelcro.payments.cybersource;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.gateway.Standing;
import com.pelcro.payments.domain.money.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Adds up what the simulator's ledger says of one payment and of what followed it.
final class Books {

  private static final Set<String> MOVING = Set.of("pending", "transmitted");

  private Books() {}

  static Standing standing(JsonNode payment, List<JsonNode> movements, ControlPanel panel) {
    var currency = payment.path("currency").asText();
    var totals =
        panel
            .get("/simulator/ledger?code_prefix=" + payment.path("code").asText())
            .path("totals")
            .path(currency);
    var id = payment.path("id").asText();
    var captures =
        movements.stream()
            .filter(one -> one.path("kind").asText().equals("capture"))
            .filter(one -> one.path("parent").asText().equals(id))
            .map(one -> one.path("id").asText())
            .collect(Collectors.toSet());
    var taken = totals.path("captured").asLong() + sum(movements, "capture", Set.of(id));
    var returned = sum(movements, "refund", Set.of(id)) + sum(movements, "refund", captures);
    return new Standing(
        Money.of(totals.path("held").asLong(), currency),
        Money.of(taken, currency),
        Money.of(returned, currency));
  }

  private static long sum(List<JsonNode> movements, String kind, Set<String> parents) {
    return movements.stream()
        .filter(one -> one.path("kind").asText().equals(kind))
        .filter(one -> parents.contains(one.path("parent").asText()))
        .filter(one -> MOVING.contains(one.path("clearing").asText()))
        .mapToLong(one -> one.path("amount").asLong())
        .sum();
  }
}
