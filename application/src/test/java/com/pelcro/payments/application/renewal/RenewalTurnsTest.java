package com.pelcro.payments.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Shop;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Ten a second, and a second's worth at once.
class RenewalTurnsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant DUE = NOW.minus(Duration.ofHours(9));

  private final Shop shop = Shop.open();
  private final RenewalTurns turns =
      new RenewalTurns(shop.storage.integrations(), shop.gateways, new RenewalRate(10));

  private static List<DueRenewal> backlog(SiteId site, int size) {
    return Stream.generate(() -> due(site, DUE)).limit(size).toList();
  }

  private static DueRenewal due(SiteId site, Instant turn) {
    return new DueRenewal(site, SubscriptionId.next(), RenewalId.next(), DUE, turn);
  }

  private List<Instant> given(List<DueRenewal> claimed, Instant now) {
    return turns.given(claimed, now).stream().map(DueRenewal::turn).toList();
  }

  @Test
  void a_backlog_is_spread_in_order_after_what_may_be_asked_at_once() {
    var given = given(backlog(shop.id(), 100), NOW);
    assertThat(given.subList(0, 11)).containsOnly(NOW);
    assertThat(given.get(11)).isEqualTo(NOW.plusMillis(1100));
    assertThat(given.getLast()).isEqualTo(NOW.plusMillis(9900));
    assertThat(given).isSorted();
  }

  @Test
  void who_waited_has_its_turn() {
    var _ = given(backlog(shop.id(), 100), NOW);
    var back = NOW.plusMillis(1100);
    assertThat(given(List.of(due(shop.id(), back)), back)).containsExactly(back);
  }

  @Test
  void another_account_does_not_stand_behind() {
    var _ = given(backlog(shop.id(), 100), NOW);
    assertThat(given(backlog(SiteId.next(), 1), NOW)).containsExactly(NOW);
  }

  @Test
  void nothing_is_saved_up_while_nothing_was_due() {
    var _ = given(backlog(shop.id(), 100), NOW);
    var later = NOW.plus(Duration.ofHours(1));
    var given = given(backlog(shop.id(), 12), later);
    assertThat(given.subList(0, 11)).containsOnly(later);
    assertThat(given.getLast()).isAfter(later);
  }
}
