package com.pelcro.payments.bootstrap.journey;

import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.gateway.memory.InMemoryGateway;
import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A gateway in memory, which knows nothing of CyberSource. It keeps one ledger for all its
/// merchants, so a journey asks about amounts of its own and holds since its own beginning.
final class MemoryStage implements Stage {

  private static final GatewayId ID = new GatewayId("memory");

  private final InMemoryGateway gateway = new InMemoryGateway(ID, InstantSource.system());
  private long heldBefore;

  @Override
  public String gateway() {
    return ID.value();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public Optional<GatewayAdapter> adapter() {
    return Optional.of(gateway.adapter());
  }

  @Override
  public Merchant merchant() {
    heldBefore = held();
    return Merchant.invented();
  }

  @Override
  public Merchant stranger() {
    var stranger = Merchant.invented();
    gateway.revoke(
        new Credentials(
            Map.of("merchant_id", stranger.id(), "key_id", stranger.keyId()),
            Map.of("secret_key", new SharedSecret(stranger.secret()))));
    return stranger;
  }

  @Override
  public String type(Answer session, SampleCard card) {
    var context = session.text("/capture_context");
    var now = InstantSource.system().instant();
    var fields = new CardFields.Microform(context, session.text("/client_library"), null);
    var opened =
        new CardSession(
            CardSessionId.next(),
            SiteId.next(),
            ID,
            List.of(),
            Set.of(CardNetwork.VISA),
            fields,
            context.substring("context.".length()),
            now,
            now.plus(Duration.ofMinutes(15)));
    return gateway.type(opened, card).reveal();
  }

  @Override
  public void next(Merchant merchant, long amount, Outcome outcome) {
    gateway.next(outcome);
  }

  @Override
  public void next(Merchant merchant, long amount, Trouble trouble) {
    gateway.next(trouble);
  }

  @Override
  public long movements(Merchant merchant, Movement.Kind kind, long amount) {
    return gateway.ledger().of(kind).stream()
        .filter(movement -> movement.amount().minorUnits() == amount)
        .count();
  }

  @Override
  public long sum(Merchant merchant, Movement.Kind kind) {
    return gateway.ledger().sum(kind);
  }

  @Override
  public long held(Merchant merchant) {
    return held() - heldBefore;
  }

  private long held() {
    var ledger = gateway.ledger();
    var captured = ledger.sum(Movement.Kind.CAPTURE) - ledger.sum(Movement.Kind.VOID);
    return ledger.sum(Movement.Kind.AUTHORIZATION) - captured - ledger.sum(Movement.Kind.REVERSAL);
  }

  @Override
  public void settleDay() {
    gateway.settleDay();
  }

  @Override
  public void close() {}
}
