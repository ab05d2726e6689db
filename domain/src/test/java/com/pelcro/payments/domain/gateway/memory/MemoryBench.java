package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.SettableClock;
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
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the gateway in memory before the contracts.
final class MemoryBench implements GatewayBench {

  private static final Money NOTHING = Money.of(0, "EUR");

  private final SettableClock clock = SettableClock.at("2026-03-01T10:00:00Z");
  private final GatewayId id = new GatewayId("memory");
  private final InMemoryGateway gateway = new InMemoryGateway(id, clock);
  private final GatewayAdapter adapter = gateway.adapter();
  private final SiteId site = SiteId.next();

  MemoryBench() {
    gateway.revoke(stranger().credentials());
  }

  @Override
  public GatewayAdapter adapter() {
    return adapter;
  }

  @Override
  public Integration integration() {
    return integration("right secret");
  }

  @Override
  public Integration stranger() {
    return integration("wrong secret");
  }

  private Integration integration(String secret) {
    var credentials =
        new Credentials(
            Map.of("merchant_id", "acme"), Map.of("secret_key", new SharedSecret(secret)));
    return new Integration(
        site,
        id,
        Environment.SANDBOX,
        IntegrationStatus.ENABLED,
        Currency.getInstance("EUR"),
        List.of(),
        Set.of(CardNetwork.VISA, CardNetwork.MASTERCARD),
        credentials,
        null,
        clock.instant(),
        clock.instant(),
        clock.instant());
  }

  @Override
  public void next(Outcome outcome) {
    gateway.next(outcome);
  }

  @Override
  public void next(Trouble trouble) {
    gateway.next(trouble);
  }

  @Override
  public void deliverLate() {
    gateway.deliverLate();
  }

  @Override
  public void decide(References references, ReviewVerdict verdict) {
    gateway.decide(references, verdict);
  }

  @Override
  public void settleDay() {
    gateway.settleDay();
  }

  @Override
  public void stopIndex() {
    gateway.stopIndex();
  }

  @Override
  public void catchUpIndex() {
    gateway.catchUpIndex();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pass(Duration time) {
    clock.pass(time);
  }

  @Override
  public SharedSecret type(CardSession session, SampleCard card) {
    return gateway.type(session, card);
  }

  @Override
  public Standing standing(References payment) {
    return gateway.standing(payment).orElse(new Standing(NOTHING, NOTHING, NOTHING));
  }

  @Override
  public void close() {}
}
