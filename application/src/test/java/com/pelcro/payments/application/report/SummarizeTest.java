package com.pelcro.payments.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Outcomes;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.report.Summarize.End;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestSites;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SummarizeTest {

  /// Late in the evening of the 14th in Toronto, whose clocks went forward on the 8th.
  private static final Instant NOW = Instant.parse("2026-03-15T03:30:00Z");

  private static final Instant TEST_CLOCK = Instant.parse("2027-01-31T12:00:00Z");

  private final InMemoryStorage storage = InMemoryStorage.empty();
  private final Site site = TestSites.daily();
  private final Summarize summarize =
      new Summarize(storage.sites(), () -> NOW, _ -> TEST_CLOCK, storage.reports());

  @BeforeEach
  void open_the_site() {
    storage.sites().add(site);
  }

  private Result<Summary> of(@Nullable End from, @Nullable End to) {
    return summarize.summarize(new Summarize.Request(site.id(), from, to));
  }

  private ReportPeriod period(@Nullable End from, @Nullable End to) {
    assertThat(of(from, to)).isInstanceOf(Done.class);
    return ((Done<Summary>) of(from, to)).value().period();
  }

  private static End day(String date) {
    return new End.Day(LocalDate.parse(date));
  }

  @Test
  void without_ends_it_is_thirty_days_of_the_site_until_the_end_of_its_today() {
    var period = period(null, null);

    assertThat(period.from()).isEqualTo("2026-02-13T05:00:00Z");
    assertThat(period.to()).isEqualTo("2026-03-15T04:00:00Z");
    assertThat(period.days()).hasSize(30).last().isEqualTo(LocalDate.of(2026, 3, 14));
  }

  @Test
  void what_falls_due_goes_by_the_test_clock() {
    var scene = Scene.in(storage);
    var subscription = TestSubscriptions.bare(scene.method());
    storage.subscriptions().add(subscription);
    List.of("2027-01-30T12:00:00Z", "2027-02-28T12:00:00Z", "2027-03-03T12:00:00Z")
        .forEach(due -> add(subscription, Instant.parse(due)));

    var summary = summarize.summarize(new Summarize.Request(scene.id(), null, null));

    assertThat(Outcomes.done(summary).due())
        .extracting(due -> due.day().toString())
        .containsExactlyInAnyOrder("2027-01-31", "2027-02-28");
  }

  private void add(Subscription subscription, Instant due) {
    var index = (int) storage.database().renewals.of(subscription.site()).count();
    storage.renewals().add(TestSubscriptions.renewal(subscription, index, due));
  }

  @Test
  void days_begin_and_end_by_the_clocks_of_the_site() {
    var period = period(day("2026-03-08"), day("2026-03-08"));

    assertThat(period.from()).isEqualTo("2026-03-08T05:00:00Z");
    assertThat(period.to()).isEqualTo("2026-03-09T04:00:00Z");
    assertThat(period.starts()).containsExactly(period.from());
  }

  @Test
  void times_are_taken_as_they_are() {
    var from = Instant.parse("2026-03-08T12:00:00Z");
    var to = Instant.parse("2026-03-10T04:00:00Z");

    var period = period(new End.At(from), new End.At(to));

    assertThat(period.from()).isEqualTo(from);
    assertThat(period.days()).containsExactly(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 9));
  }

  @Test
  void four_hundred_days_are_the_most() {
    assertThat(period(day("2025-01-01"), day("2026-02-04")).days()).hasSize(400);
    assertThat(fault(day("2025-01-01"), day("2026-02-05"))).contains("at most 400 days");
  }

  @Test
  void a_period_does_not_end_before_it_begins() {
    assertThat(fault(day("2026-03-02"), day("2026-03-01"))).contains("later than from");
    assertThat(fault(new End.At(NOW), new End.At(NOW))).contains("later than from");
    assertThat(fault(day("2026-03-16"), null)).contains("later than from");
  }

  private String fault(@Nullable End from, @Nullable End to) {
    assertThat(of(from, to)).isInstanceOf(Refused.class);
    var problems = ((InvalidFields) ((Refused<Summary>) of(from, to)).refusal()).problems();
    assertThat(problems).extracting(FieldProblem::pointer).containsExactly("/query/to");
    return problems.getFirst().detail();
  }

  @Test
  void there_is_no_summary_of_no_site() {
    assertThat(summarize.summarize(new Summarize.Request(SiteId.next(), null, null)))
        .isEqualTo(new Refused<>(new NotFound("site")));
  }
}
