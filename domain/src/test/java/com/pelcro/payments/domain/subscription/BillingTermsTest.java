package com.pelcro.payments.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.domain.subscription.BillingInterval.Unit;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingTermsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static BillingTerms from(String local, ZoneId zone, Unit unit, int count) {
    return new BillingTerms(
        at(local, zone), zone, new BillingInterval(unit, count), null, Collection.AUTOMATIC);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static Stream<String> starts(BillingTerms terms, int periods) {
    return IntStream.range(0, periods)
        .mapToObj(terms::start)
        .map(start -> start.atZone(terms.zone()).toLocalDateTime().toString());
  }

  @Test
  void the_31st_of_january_monthly_is_the_last_of_short_months_and_the_31st_again() {
    var terms = from("2026-01-31T09:30", PARIS, Unit.MONTH, 1);
    assertThat(starts(terms, 6))
        .containsExactly(
            "2026-01-31T09:30",
            "2026-02-28T09:30",
            "2026-03-31T09:30",
            "2026-04-30T09:30",
            "2026-05-31T09:30",
            "2026-06-30T09:30");
  }

  @Test
  void the_29th_of_february_yearly_is_the_28th_until_the_next_leap_year() {
    var terms = from("2028-02-29T12:00", PARIS, Unit.YEAR, 1);
    assertThat(starts(terms, 5))
        .containsExactly(
            "2028-02-29T12:00",
            "2029-02-28T12:00",
            "2030-02-28T12:00",
            "2031-02-28T12:00",
            "2032-02-29T12:00");
  }

  @Test
  void an_hour_that_daylight_saving_leaves_out_is_the_first_after_it_and_comes_back_later() {
    var terms = from("2026-02-28T02:30", PARIS, Unit.DAY, 29);
    assertThat(terms.start(1)).isEqualTo(at("2026-03-29T03:30", PARIS));
    assertThat(terms.start(2)).isEqualTo(at("2026-04-27T02:30", PARIS));
  }

  @Test
  void an_hour_that_comes_twice_is_taken_the_first_time() {
    var terms = from("2026-10-18T02:30", PARIS, Unit.WEEK, 1);
    assertThat(terms.start(1)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @Test
  void the_time_of_day_is_kept_where_the_subscription_lives() {
    var terms = from("2026-03-01T08:00", NEW_YORK, Unit.MONTH, 1);
    assertThat(terms.start(0)).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    assertThat(terms.start(1)).isEqualTo(Instant.parse("2026-04-01T12:00:00Z"));
  }

  @Test
  void a_period_lasts_until_the_next_begins() {
    var terms = from("2026-01-31T09:30", PARIS, Unit.MONTH, 1);
    assertThat(terms.period(1).end()).isEqualTo(terms.period(2).start());
    assertThat(terms.period(1).isOver(terms.start(2))).isTrue();
    assertThat(terms.period(1).isOver(terms.start(2).minusNanos(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T09:29, 0",
    "2026-01-31T09:30, 0",
    "2026-02-28T09:29, 0",
    "2026-02-28T09:30, 1",
    "2029-01-30T00:00, 35"
  })
  void the_period_of_a_moment_is_found(String local, int index) {
    var terms = from("2026-01-31T09:30", PARIS, Unit.MONTH, 1);
    assertThat(terms.indexAt(at(local, PARIS))).isEqualTo(index);
  }

  @Test
  void after_its_last_period_there_is_none() {
    var terms =
        new BillingTerms(
            Instant.EPOCH, PARIS, new BillingInterval(Unit.MONTH, 1), 2, Collection.AUTOMATIC);
    assertThat(terms.has(1)).isTrue();
    assertThat(terms.has(2)).isFalse();
    assertThat(from("2026-01-31T09:30", PARIS, Unit.MONTH, 1).has(1000)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"DAY, 0", "DAY, 1096", "WEEK, 157", "MONTH, 37", "YEAR, 4", "MONTH, -1"})
  void an_impossible_interval_is_none(Unit unit, int count) {
    assertThatThrownBy(() -> new BillingInterval(unit, count))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
