package com.pelcro.payments.application.cardsession;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.TooManyDeclines;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.Suspicion;
import com.pelcro.payments.domain.cardsession.Suspicion.Place;
import com.pelcro.payments.domain.cardsession.TestCardSessions;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardTestingTest {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final String ADDRESS = "192.0.2.7";

  private final SettableClock clock = new SettableClock();
  private final CardTesting testing =
      new CardTesting(new CardTestingLimits(WINDOW, 3, 5, 8), clock);
  private final SiteId site = SiteId.next();

  private List<Suspicion> decline(CardSession session) {
    var card = TestPaymentMethods.bare(site, CustomerId.next());
    testing.taken(session, card.id());
    return testing.declined(card);
  }

  private void approve(CardSession session) {
    var card = TestPaymentMethods.bare(site, CustomerId.next());
    testing.taken(session, card.id());
    testing.approved(card);
  }

  private CardSession session() {
    return TestCardSessions.microform(site);
  }

  private boolean isHeld(CardSession session) {
    return isHeld(testing.admit(session, "card"));
  }

  private static boolean isHeld(Result<String> admission) {
    return switch (admission) {
      case Done<String> _ -> false;
      case Refused<String>(var why) -> why instanceof TooManyDeclines;
    };
  }

  @Test
  void a_session_takes_no_more_cards_after_so_many_declines_and_that_is_told_once() {
    var session = session();
    assertThat(decline(session)).isEmpty();
    assertThat(decline(session)).isEmpty();
    assertThat(isHeld(session)).isFalse();

    assertThat(decline(session))
        .containsExactly(new Suspicion(site, Place.CARD_SESSION, 3, clock.instant().plus(WINDOW)));
    assertThat(isHeld(session)).isTrue();
    assertThat(decline(session)).isEmpty();
    assertThat(isHeld(session())).isFalse();
  }

  @Test
  void a_form_is_counted_with_all_its_renewals() {
    var first = session();
    var second = session();
    testing.renewed(first.id(), second.id());
    var _ = decline(first);
    var _ = decline(second);
    var _ = decline(first);

    assertThat(isHeld(second)).isTrue();
  }

  @Test
  void an_address_is_held_whatever_session_its_browser_has() {
    for (int at = 0; at < 5; at++) {
      assertThat(testing.wait(ADDRESS)).isEmpty();
      var session = session();
      testing.shown(session.id(), ADDRESS);
      var _ = decline(session);
    }

    assertThat(testing.wait(ADDRESS)).contains(WINDOW);
    var another = session();
    assertThat(isHeld(another)).isFalse();
    testing.shown(another.id(), ADDRESS);
    assertThat(isHeld(another)).isTrue();
  }

  @Test
  void a_site_is_held_when_declines_outnumber_approvals() {
    for (int at = 0; at < 8; at++) {
      var _ = decline(session());
    }
    assertThat(isHeld(testing.admit(site, "session"))).isTrue();

    for (int at = 0; at < 8; at++) {
      approve(session());
    }
    assertThat(isHeld(testing.admit(site, "session"))).isFalse();
  }

  @Test
  void it_is_over_when_nothing_happened_for_a_while() {
    var session = session();
    for (int at = 0; at < 3; at++) {
      var _ = decline(session);
    }
    clock.advance(WINDOW.minusSeconds(1));
    assertThat(isHeld(session)).isTrue();

    clock.advance(Duration.ofSeconds(1));
    assertThat(isHeld(session)).isFalse();
  }
}
