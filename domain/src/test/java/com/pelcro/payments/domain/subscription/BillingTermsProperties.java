package com.pelcro.payments.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.subscription.BillingInterval.Unit;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What holds of billing dates in every zone, from every day, for every interval.
class BillingTermsProperties {

  @Provide
  Arbitrary<BillingTerms> terms() {
    var zones = Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    var anchors =
        Arbitraries.longs()
            .between(
                Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(),
                Instant.parse("2035-01-01T00:00:00Z").getEpochSecond())
            .map(Instant::ofEpochSecond);
    var intervals =
        Arbitraries.of(Unit.class)
            .flatMap(
                unit ->
                    Arbitraries.integers()
                        .between(1, Math.min(unit.most(), 40))
                        .map(count -> new BillingInterval(unit, count)));
    return Combinators.combine(zones, anchors, intervals)
        .as(
            (zone, anchor, interval) ->
                new BillingTerms(anchor, ZoneId.of(zone), interval, null, Collection.AUTOMATIC));
  }

  @Property
  void each_period_begins_after_the_one_before_and_where_it_ended(
      @ForAll("terms") BillingTerms terms, @ForAll @IntRange(max = 400) int index) {
    var period = terms.period(index);
    assertThat(period.start()).isBefore(period.end());
    assertThat(period.end()).isEqualTo(terms.period(index + 1).start());
  }

  /// However many periods passed, the local date is the one counted from the first day at once.
  @Property
  void dates_never_drift(
      @ForAll("terms") BillingTerms terms, @ForAll @IntRange(max = 400) int index) {
    var first = local(terms, 0);
    var units = (long) terms.interval().count() * index;
    var counted =
        switch (terms.interval().unit()) {
          case DAY -> first.plusDays(units);
          case WEEK -> first.plusWeeks(units);
          case MONTH -> first.plusMonths(units);
          case YEAR -> first.plusYears(units);
        };
    var shift = ChronoUnit.SECONDS.between(counted, local(terms, index));
    assertThat(shift).isBetween(0L, 24 * 3600L);
    if (terms.zone().getRules().getValidOffsets(counted).size() == 1) {
      assertThat(shift).isZero();
    }
  }

  @Property
  void the_end_of_the_month_is_kept(
      @ForAll("terms") BillingTerms terms, @ForAll @IntRange(max = 400) int index) {
    var utc =
        new BillingTerms(
            terms.anchor(),
            ZoneOffset.UTC,
            new BillingInterval(Unit.MONTH, 1),
            null,
            Collection.AUTOMATIC);
    var day = local(utc, 0).getDayOfMonth();
    var there = local(utc, index).toLocalDate();
    assertThat(there.getDayOfMonth()).isEqualTo(Math.min(day, there.lengthOfMonth()));
  }

  @Property
  void the_period_of_a_moment_contains_it(
      @ForAll("terms") BillingTerms terms, @ForAll @IntRange(max = 100_000_000) int seconds) {
    var moment = terms.anchor().plusSeconds(seconds);
    var period = terms.period(terms.indexAt(moment));
    assertThat(period.start()).isBeforeOrEqualTo(moment);
    assertThat(period.end()).isAfter(moment);
  }

  private static LocalDateTime local(BillingTerms terms, int index) {
    return terms.start(index).atZone(terms.zone()).toLocalDateTime();
  }
}
