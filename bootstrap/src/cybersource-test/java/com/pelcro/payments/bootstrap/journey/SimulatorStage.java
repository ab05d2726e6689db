package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// CyberSource, as its simulator plays it.
final class SimulatorStage implements Stage {

  private static final String PAYMENTS = "/pts/v2/payments";

  private Simulator simulator = Simulator.start(SimulatorOptions.ephemeral());
  private final int port = simulator.port();
  private final Map<String, String> more;

  SimulatorStage() {
    this(Map.of());
  }

  /// With more variables for the service.
  SimulatorStage(Map<String, String> more) {
    this.more = more;
  }

  @Override
  public String gateway() {
    return "cybersource";
  }

  @Override
  public Map<String, String> environment() {
    var variables = new HashMap<>(more);
    variables.put("PAYMENTS_CYBERSOURCE_SANDBOX_URL", simulator.url());
    variables.put("PAYMENTS_CYBERSOURCE_LIVE_URL", simulator.url());
    return variables;
  }

  @Override
  public Optional<GatewayAdapter> adapter() {
    return Optional.empty();
  }

  Caller caller() {
    return Caller.of("http://127.0.0.1:" + port, "none");
  }

  /// Nobody listens any more.
  void vanish() {
    simulator.close();
  }

  /// Listens again, having forgotten everything.
  void reappear() {
    simulator = Simulator.start(SimulatorOptions.onPort(port));
  }

  @Override
  public Merchant merchant() {
    var merchant = Merchant.invented();
    know(merchant);
    return merchant;
  }

  /// From now on it refuses what the card networks would.
  void strict() {
    var set = caller().put("/simulator/settings", Map.of("strict", true));
    assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
  }

  /// Makes another key of a merchant known.
  void know(Merchant key) {
    var made = caller().post("/simulator/merchants", key.settings());
    assertThat(made.status()).as("%s", made.body()).isBetween(200, 201);
  }

  /// Answers this merchant's next call of a path with a status and nothing to read.
  void fail(Merchant merchant, String path, int status) {
    var effect = Map.of("kind", "http", "status", status, "body", "{}", "processed", false);
    var match = Map.of("merchant_id", merchant.id(), "path", path);
    var made =
        caller().post("/simulator/scenarios", Map.of("match", match, "effect", effect, "times", 1));
    assertThat(made.status()).as("%s", made.body()).isBetween(200, 201);
  }

  /// What this merchant asked for below a path, oldest first.
  List<JsonNode> requests(Merchant merchant, String pathPrefix) {
    var log = caller().get("/simulator/requests?path_prefix=" + pathPrefix).body().path("data");
    return StreamSupport.stream(log.spliterator(), false)
        .filter(request -> request.path("merchant_id").asText().equals(merchant.id()))
        .toList();
  }

  /// What the gateway believes it moved for a merchant, oldest first.
  List<JsonNode> movements(Merchant merchant) {
    return StreamSupport.stream(ledger(merchant).path("data").spliterator(), false).toList();
  }

  @Override
  public Merchant stranger() {
    return Merchant.invented();
  }

  @Override
  public String type(Answer session, SampleCard card) {
    return type(session, card.number());
  }

  String type(Answer session, String number) {
    var made = typed(session, number);
    assertThat(made.status()).as("%s", made.body()).isBetween(200, 201);
    return made.text("/transient_token");
  }

  /// What the form says to a number typed into it.
  Answer typed(Answer session, String number) {
    return caller()
        .post(
            "/simulator/cards",
            Map.of(
                "capture_context",
                session.text("/capture_context"),
                "number",
                number,
                "expiration_month",
                "12",
                "expiration_year",
                "2034",
                "security_code",
                number.equals(SampleCard.AMEX.number()) ? "1234" : "123"));
  }

  @Override
  public void next(Merchant merchant, long amount, Outcome outcome) {
    script(merchant, amount, effect(outcome));
  }

  @Override
  public void next(Merchant merchant, long amount, Trouble trouble) {
    script(merchant, amount, effect(trouble));
  }

  private static Map<String, Object> effect(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Declined(var code) -> Map.of("kind", "decline", "reason", reason(code));
      case Outcome.PartlyApproved(var held) ->
          Map.of(
              "kind", "status",
              "status", "PARTIAL_AUTHORIZED",
              "authorized_amount", held.minorUnits());
      case Outcome.HeldAgainstRule _ -> status("AUTHORIZED_RISK_DECLINED");
      case Outcome.SentToReview _ -> status("AUTHORIZED_PENDING_REVIEW");
      case Outcome.FoundWrong _ ->
          Map.of(
              "kind",
              "http",
              "status",
              400,
              "body",
              "{\"status\":\"INVALID_REQUEST\",\"reason\":\"INVALID_DATA\"}",
              "processed",
              false);
    };
  }

  private static String reason(DeclineCode code) {
    return switch (code) {
      case INSUFFICIENT_FUNDS -> "INSUFFICIENT_FUND";
      case LOST_OR_STOLEN -> "STOLEN_LOST_CARD";
      case EXPIRED_CARD -> "EXPIRED_CARD";
      default -> "PROCESSOR_DECLINED";
    };
  }

  private static Map<String, Object> effect(Trouble trouble) {
    return switch (trouble) {
      case REQUEST_LOST -> Map.of("kind", "lose_request");
      case REPLY_LOST -> Map.of("kind", "lose_reply");
      case ARRIVES_LATE -> Map.of("kind", "late", "millis", 8000);
      case CONNECTION_REFUSED ->
          throw new IllegalArgumentException("let the simulator vanish instead");
    };
  }

  private static Map<String, Object> status(String status) {
    return Map.of("kind", "status", "status", status);
  }

  /// Puts an effect in force for this merchant's next payment of an amount.
  void script(Merchant merchant, long amount, Map<String, Object> effect) {
    var match = Map.of("merchant_id", merchant.id(), "path", PAYMENTS, "amount", amount);
    var scenario = Map.of("match", match, "effect", effect, "times", 1);
    var made = caller().post("/simulator/scenarios", scenario);
    assertThat(made.status()).as("%s", made.body()).isBetween(200, 201);
  }

  @Override
  public long movements(Merchant merchant, Movement.Kind kind, long amount) {
    return StreamSupport.stream(ledger(merchant).path("data").spliterator(), false)
        .filter(movement -> movement.path("kind").asText().equals(name(kind)))
        .filter(movement -> movement.path("amount").asLong() == amount)
        .count();
  }

  @Override
  public long sum(Merchant merchant, Movement.Kind kind) {
    return StreamSupport.stream(ledger(merchant).path("data").spliterator(), false)
        .filter(movement -> movement.path("kind").asText().equals(name(kind)))
        .mapToLong(movement -> movement.path("amount").asLong())
        .sum();
  }

  @Override
  public long held(Merchant merchant) {
    return ledger(merchant).at("/totals/EUR/held").asLong();
  }

  /// What was taken of this merchant's customers and not undone, in cents.
  long taken(Merchant merchant) {
    var totals = ledger(merchant).at("/totals/EUR");
    return totals.path("captured").asLong() - totals.path("refunded").asLong();
  }

  private JsonNode ledger(Merchant merchant) {
    return caller().get("/simulator/ledger?merchant_id=" + merchant.id()).body();
  }

  private static String name(Movement.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void settleDay() {
    var settled = caller().post("/simulator/settle", Map.of());
    assertThat(settled.status()).isBetween(200, 204);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
