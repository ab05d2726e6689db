package com.pelcro.payments.application.cardsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.cardsession.CardSessions.TokenUse;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.cardsession.TestCardSessions;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [CardSessions] keeps to.
public abstract class CardSessionsContract {

  private static final Instant LATER = TestCardSessions.MADE.plusSeconds(900);

  protected abstract Storage storage();

  private CardSessions sessions() {
    return storage().cardSessions();
  }

  @Test
  void a_form_counts_the_sessions_that_followed_its_first() {
    var scene = Scene.in(storage());
    var first = TestCardSessions.microform(scene.id());
    sessions().add(first);
    var second = TestCardSessions.microform(scene.id());
    var third = TestCardSessions.microform(scene.id());
    assertThat(sessions().history(first)).isEqualTo(new FormHistory(first.id(), 0, false));
    sessions().renew(first.id(), second);
    sessions().renew(first.id(), third);
    assertThat(sessions().find(second.id())).contains(second);
    assertThat(sessions().history(first)).isEqualTo(new FormHistory(first.id(), 2, false));
    assertThat(sessions().history(third)).isEqualTo(new FormHistory(first.id(), 2, false));
    assertThat(storage().commit(() -> sessions().lockHistory(second.id())))
        .contains(new FormHistory(first.id(), 2, false));
    assertThat(storage().commit(() -> sessions().lockHistory(CardSessionId.next()))).isEmpty();
    assertThatThrownBy(() -> sessions().lockHistory(first.id()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_form_is_spent_when_a_card_was_taken_from_any_of_its_sessions() {
    var scene = Scene.in(storage());
    var first = TestCardSessions.microform(scene.id());
    var second = TestCardSessions.microform(scene.id());
    var other = TestCardSessions.microform(scene.id());
    sessions().add(first);
    sessions().add(other);
    sessions().renew(first.id(), second);
    sessions().spend(second);
    assertThat(sessions().history(first)).isEqualTo(new FormHistory(first.id(), 1, true));
    assertThat(sessions().history(second).isSpent()).isTrue();
    assertThat(sessions().history(other).isSpent()).isFalse();
    sessions().spend(other);
    assertThat(sessions().history(other)).isEqualTo(new FormHistory(other.id(), 0, true));
  }

  @Test
  void a_session_comes_back_as_it_was_added() {
    var site = Scene.in(storage()).id();
    Stream.of(
            TestCardSessions.microform(site),
            TestCardSessions.unhashed(site),
            TestCardSessions.flexKey(site))
        .forEach(
            session -> {
              sessions().add(session);
              assertThat(sessions().find(site, session.id())).contains(session);
              assertThat(sessions().find(session.id())).contains(session);
            });
  }

  @Test
  void an_unknown_session_is_not_found() {
    assertThat(sessions().find(CardSessionId.next())).isEmpty();
    assertThat(sessions().find(Scene.in(storage()).id(), CardSessionId.next())).isEmpty();
  }

  @Test
  void a_session_needs_a_site() {
    assertThatThrownBy(() -> sessions().add(TestCardSessions.microform(SiteId.next())))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_token_is_used_once() {
    var site = Scene.in(storage()).id();
    var method = PaymentMethodId.next();
    assertThat(sessions().use(site, "token-1", method, LATER)).isEqualTo(TokenUse.FIRST);
    assertThat(sessions().use(site, "token-1", method, LATER)).isEqualTo(TokenUse.AGAIN);
    assertThat(sessions().use(site, "token-2", method, LATER)).isEqualTo(TokenUse.FIRST);
  }

  @Test
  void many_at_once_use_a_token_once() {
    var site = Scene.in(storage()).id();
    var uses =
        Together.run(32, _ -> sessions().use(site, "one-token", PaymentMethodId.next(), LATER));
    assertThat(uses).filteredOn(TokenUse.FIRST::equals).hasSize(1);
  }

  @Test
  void a_freed_token_is_used_once_more() {
    var site = Scene.in(storage()).id();
    var method = PaymentMethodId.next();
    var other = PaymentMethodId.next();
    assertThat(sessions().use(site, "freed", method, LATER)).isEqualTo(TokenUse.FIRST);
    assertThat(sessions().use(site, "kept", other, LATER)).isEqualTo(TokenUse.FIRST);
    sessions().free(site, method);
    assertThat(sessions().use(site, "freed", other, LATER)).isEqualTo(TokenUse.FIRST);
    assertThat(sessions().use(site, "kept", method, LATER)).isEqualTo(TokenUse.AGAIN);
  }

  @Test
  void a_use_that_was_rolled_back_is_none() {
    var site = Scene.in(storage()).id();
    var method = PaymentMethodId.next();
    var result =
        storage()
            .transactions()
            .inTransaction(
                () -> {
                  assertThat(sessions().use(site, "token", method, LATER))
                      .isEqualTo(TokenUse.FIRST);
                  return new Refused<String>(new NotFound("a reason"));
                });
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(sessions().use(site, "token", method, LATER)).isEqualTo(TokenUse.FIRST);
  }

  @Test
  void a_site_does_not_see_anothers() {
    var site = Scene.in(storage()).id();
    var other = Scene.in(storage()).id();
    var session = TestCardSessions.microform(site);
    var method = PaymentMethodId.next();
    sessions().add(session);
    assertThat(sessions().find(other, session.id())).isEmpty();
    assertThat(sessions().use(site, "token", method, LATER)).isEqualTo(TokenUse.FIRST);
    assertThat(sessions().use(other, "token", method, LATER)).isEqualTo(TokenUse.FIRST);
    sessions().free(other, method);
    assertThat(sessions().use(site, "token", method, LATER)).isEqualTo(TokenUse.AGAIN);
  }
}
