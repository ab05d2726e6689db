package com.pelcro.payments.application.cardsession;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.cardsession.ShowCardForm.View;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.IntegrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A card form and the fresh fields it is given.
class RenewCardSessionTest {

  private final Shop shop = Shop.open();
  private final CardSession first = started(CaptureMethod.MICROFORM);

  private CardSession started(CaptureMethod method) {
    var request =
        new StartCardSession.Request(shop.intent(), List.of(), Set.of(CardNetwork.VISA), method);
    return created(shop.sessions.start().start(request));
  }

  private Result<CardSession> renew(CardSession session) {
    return shop.sessions.renew().renew(session.id());
  }

  @Test
  void a_form_goes_on_with_a_session_of_its_own_on_the_same_terms() {
    shop.clock.advance(Duration.ofMinutes(14));

    var fresh = done(renew(first));

    assertThat(fresh.id()).isNotEqualTo(first.id());
    assertThat(fresh.site()).isEqualTo(first.site());
    assertThat(fresh.origins()).isEqualTo(first.origins());
    assertThat(fresh.networks()).containsExactly(CardNetwork.VISA);
    assertThat(fresh.fields()).isNotEqualTo(first.fields());
    assertThat(fresh.expiresAt()).isAfter(first.expiresAt());
    assertThat(shop.storage.cardSessions().find(shop.id(), fresh.id())).contains(fresh);
  }

  @Test
  void a_form_is_not_renewed_for_ever() {
    var latest = first;
    for (int at = 0; at < RenewCardSession.MOST; at++) {
      latest = done(renew(latest));
    }

    var _ = refusal(InvalidState.class, renew(latest));
    var _ = refusal(InvalidState.class, renew(first));
  }

  @Test
  void many_at_once_get_no_more_than_the_limit() {
    var results = Together.run(32, _ -> renew(first));

    assertThat(results).filteredOn(Done.class::isInstance).hasSize(RenewCardSession.MOST);
  }

  @Test
  void a_form_whose_browser_slept_a_while_goes_on_and_one_that_slept_long_does_not() {
    shop.clock.advance(Duration.between(shop.clock.instant(), first.expiresAt()));
    shop.clock.advance(RenewCardSession.GRACE.minusMillis(1));
    assertThat(renew(first)).isInstanceOf(Done.class);
    shop.clock.advance(Duration.ofMillis(1));
    var _ = refusal(InvalidState.class, renew(first));
  }

  @Test
  void a_form_whose_card_was_taken_is_over() {
    var fresh = done(renew(first));
    shop.storage.cardSessions().spend(first);

    var _ = refusal(InvalidState.class, renew(first));
    var _ = refusal(InvalidState.class, renew(fresh));
  }

  @Test
  void what_the_site_does_not_have_any_more_ends_its_forms() {
    shop.put(IntegrationStatus.DISABLED);

    var _ = refusal(Refusal.IntegrationDisabled.class, renew(first));
  }

  @Test
  void a_gateway_that_is_away_costs_no_renewal() {
    shop.gateway.loseNextReply();
    var _ = refusal(Refusal.GatewayUnavailable.class, renew(first));

    IntStream.range(0, RenewCardSession.MOST)
        .forEach(_ -> assertThat(renew(first)).isInstanceOf(Done.class));
  }

  @Test
  void without_hosted_fields_there_is_no_form() {
    var bare = started(CaptureMethod.FLEX_KEY);

    var _ = refusal(InvalidState.class, renew(bare));
    assertThat(shop.sessions.show().show(bare.id())).isEqualTo(new View.Unknown());
  }

  @Test
  void nobody_has_a_form_without_a_session() {
    var _ = refusal(Refusal.NotFound.class, shop.sessions.renew().renew(CardSessionId.next()));
    assertThat(shop.sessions.show().show(CardSessionId.next())).isEqualTo(new View.Unknown());
  }

  @Test
  void a_form_is_shown_until_its_session_ends() {
    shop.clock.advance(Duration.between(shop.clock.instant(), first.expiresAt()).minusMillis(1));
    assertThat(shop.sessions.show().show(first.id())).isInstanceOf(View.Open.class);
    shop.clock.advance(Duration.ofMillis(1));
    assertThat(shop.sessions.show().show(first.id())).isEqualTo(new View.Expired());
  }
}
