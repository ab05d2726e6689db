package com.pelcro.payments.cybersource;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.SettableClock;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.GatewayBench;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.ReviewVerdict;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Standing;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/// The adapter before the simulator, both by one clock.
///
/// One Vert.x and one simulator serve all benches, which come one after another; each begins with
/// an empty ledger.
final class SimulatorBench implements GatewayBench {

  /// Making a customer known to the vault comes before what is asked for, and is not meant by a
  /// script.
  private static final Map<String, String> ASKED = Map.of("path", "^(?!/tms/v2/customers$).*");

  private static final URI NOBODY = URI.create("http://127.0.0.1:1");
  private static final Duration LAG = Duration.ofMinutes(10);
  private static final int BOOKS_PAGE = 5;
  private static final int LATE_MILLIS = 1500;
  private static final SettableClock CLOCK = SettableClock.at("2026-03-01T10:00:00Z");
  private static final Simulator SIMULATOR =
      Simulator.start(SimulatorOptions.ephemeral().by(CLOCK));
  private static final Vertx VERTX = Vertx.vertx();

  private final AtomicBoolean refusing = new AtomicBoolean();
  private final ControlPanel panel = new ControlPanel(SIMULATOR.url());
  private final GatewayAdapter adapter;
  private final Credentials credentials;

  SimulatorBench() {
    var _ = panel.post("/simulator/reset", Map.of());
    var url = URI.create(SIMULATOR.url());
    var settings = new CyberSourceSettings(url, url, Duration.ofSeconds(10));
    adapter =
        new CyberSource(settings, VERTX, CLOCK)
            .adapter(_ -> refusing.getAndSet(false) ? NOBODY : url, BOOKS_PAGE);
    var merchant = panel.get("/simulator/merchants/default");
    credentials =
        TestIntegrations.credentials(
            merchant.path("merchant_id").asText(),
            merchant.path("key_id").asText(),
            merchant.path("secret_key").asText());
  }

  ControlPanel panel() {
    return panel;
  }

  SettableClock clock() {
    return CLOCK;
  }

  Vertx vertx() {
    return VERTX;
  }

  @Override
  public GatewayAdapter adapter() {
    return adapter;
  }

  @Override
  public Integration integration() {
    return TestIntegrations.integration(Environment.SANDBOX, credentials, now());
  }

  @Override
  public Integration stranger() {
    var wrong =
        TestIntegrations.credentials(
            credentials.value("merchant_id"),
            credentials.value("key_id"),
            "d3Jvbmcgc2VjcmV0IG9mIGEgc3RyYW5nZXI=");
    return TestIntegrations.integration(Environment.SANDBOX, wrong, now());
  }

  @Override
  public void next(Outcome outcome) {
    panel.scenario(ASKED, Scripts.effect(outcome), 1);
  }

  @Override
  public void next(Trouble trouble) {
    switch (trouble) {
      case CONNECTION_REFUSED -> refusing.set(true);
      case REQUEST_LOST -> panel.scenario(ASKED, Map.of("kind", "lose_request"), 1);
      case REPLY_LOST -> panel.scenario(ASKED, Map.of("kind", "lose_reply"), 1);
      case ARRIVES_LATE -> panel.scenario(ASKED, Map.of("kind", "late", "millis", LATE_MILLIS), 1);
    }
  }

  /// What arrived and was worked off has a status in the simulator's log.
  @Override
  public void deliverLate() {
    Awaitility.await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> panel.requests("/pts/").stream().allMatch(request -> request.has("status")));
  }

  @Override
  public void decide(References references, ReviewVerdict verdict) {
    var _ =
        panel.post(
            "/simulator/reviews/" + payment(references).path("id").asText(),
            Map.of("decision", verdict.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public void settleDay() {
    var _ = panel.post("/simulator/settle", Map.of());
  }

  @Override
  public void stopIndex() {
    var _ = panel.put("/simulator/settings", Map.of("search_lag_millis", LAG.toMillis()));
  }

  @Override
  public void catchUpIndex() {
    var _ = panel.put("/simulator/settings", Map.of("search_lag_millis", 0));
    pass(LAG);
  }

  @Override
  public Instant now() {
    return CLOCK.instant();
  }

  @Override
  public void pass(Duration time) {
    CLOCK.pass(time);
  }

  @Override
  public SharedSecret type(CardSession session, SampleCard card) {
    return switch (session.fields()) {
      case CardFields.Microform fields -> Browser.typed(panel, fields, card);
      case CardFields.FlexKey fields -> Browser.tokenized(panel, fields, card);
    };
  }

  @Override
  public Standing standing(References payment) {
    var movements = panel.movements();
    return movements.stream()
        .filter(one -> isPayment(one, payment))
        .findFirst()
        .map(found -> Books.standing(found, movements, panel))
        .orElse(new Standing(Money.of(0, "EUR"), Money.of(0, "EUR"), Money.of(0, "EUR")));
  }

  private JsonNode payment(References references) {
    return panel.movements().stream()
        .filter(one -> isPayment(one, references))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isPayment(JsonNode movement, References references) {
    return movement.path("code").asText().equals(references.code());
  }

  @Override
  public void close() {
    panel.close();
  }
}
