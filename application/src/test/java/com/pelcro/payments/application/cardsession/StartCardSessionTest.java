package com.pelcro.payments.application.cardsession;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Outcomes;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartCardSessionTest {

  private final Shop shop = Shop.open();

  @Test
  void a_session_has_all_the_site_has_unless_told_otherwise() {
    var session = created(start(shop.intent(), List.of(), Set.of()));
    assertThat(session.origins()).containsExactly(shop.site.url());
    assertThat(session.networks())
        .containsExactlyInAnyOrder(CardNetwork.VISA, CardNetwork.MASTERCARD);
    assertThat(shop.storage.cardSessions().find(shop.id(), session.id())).contains(session);
    assertThat(session.expiresAt()).isAfter(shop.clock.instant());
  }

  @Test
  void a_session_may_have_less() {
    var session = created(start(shop.intent(), List.of(), Set.of(CardNetwork.VISA)));
    assertThat(session.networks()).containsExactly(CardNetwork.VISA);
  }

  @Test
  void an_origin_the_site_does_not_have_is_refused() {
    var foreign = new Origin("https://evil.example");
    var refused =
        refusal(
            Refusal.OriginNotAllowed.class,
            start(shop.intent(), List.of(shop.site.url(), foreign), Set.of()));
    assertThat(refused.origin()).isEqualTo(foreign);
  }

  @Test
  void a_network_the_site_does_not_take_is_refused() {
    var refused =
        refusal(
            Refusal.NetworkNotAllowed.class,
            start(shop.intent(), List.of(), Set.of(CardNetwork.VISA, CardNetwork.JCB)));
    assertThat(refused.networks()).containsExactly(CardNetwork.JCB);
  }

  @ParameterizedTest
  @EnumSource
  void fields_open_in_the_way_that_was_asked_for(CaptureMethod method) {
    var request = new StartCardSession.Request(shop.intent(), List.of(), Set.of(), method);
    assertThat(created(shop.sessions.start().start(request)).method()).isEqualTo(method);
  }

  @Test
  void a_disabled_integration_opens_no_fields() {
    shop.put(IntegrationStatus.DISABLED);
    refusal(Refusal.IntegrationDisabled.class, start(shop.intent(), List.of(), Set.of()));
  }

  @Test
  void without_an_integration_no_fields_open() {
    shop.storage.integrations().remove(shop.id(), TestIntegrations.CYBERSOURCE);
    refusal(Refusal.IntegrationMissing.class, start(shop.intent(), List.of(), Set.of()));
  }

  @Test
  void without_an_answer_the_key_stays_free() {
    var intent = shop.intent("k");
    shop.gateway.loseNextReply();
    refusal(Refusal.GatewayUnavailable.class, start(intent, List.of(), Set.of()));
    var _ = created(start(intent, List.of(), Set.of()));
  }

  @Test
  void wrong_credentials_are_named_as_such() {
    shop.gateway.revoke(shop.integration().credentials());
    refusal(Refusal.GatewayCredentialsRejected.class, start(shop.intent(), List.of(), Set.of()));
  }

  @Test
  void a_repeat_answers_the_same_session() {
    var intent = shop.intent("k");
    var session = created(start(intent, List.of(), Set.of()));
    assertThat(repeated(start(intent, List.of(), Set.of()))).isEqualTo(session);
    refusal(Refusal.KeyReused.class, start(shop.intent("k", "other"), List.of(), Set.of()));
  }

  @Test
  void many_at_once_with_one_key_hear_of_one_session() {
    var intent = shop.intent("k");
    var results = Together.run(16, _ -> start(intent, List.of(), Set.of()));
    assertThat(results.stream().map(result -> Outcomes.done(result).value().id()).distinct())
        .hasSize(1);
  }

  private Result<Once<CardSession>> start(
      Intent intent, List<Origin> origins, Set<CardNetwork> networks) {
    return shop.sessions
        .start()
        .start(new StartCardSession.Request(intent, origins, networks, CaptureMethod.MICROFORM));
  }
}
