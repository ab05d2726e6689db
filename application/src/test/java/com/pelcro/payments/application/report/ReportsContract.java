package com.pelcro.payments.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.report.Summary.ChargeTally;
import com.pelcro.payments.application.report.Summary.DeclineTally;
import com.pelcro.payments.application.report.Summary.DueTally;
import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.application.report.Summary.RefundTally;
import com.pelcro.payments.application.report.Summary.RenewalOutcome;
import com.pelcro.payments.application.report.Summary.RenewalTally;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How every [Reports] counts.
public abstract class ReportsContract {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  /// In Toronto clocks go forward on the 8th.
  private static final ReportPeriod MARCH =
      new ReportPeriod(
          Instant.parse("2026-03-01T05:00:00Z"), Instant.parse("2026-04-01T04:00:00Z"), TORONTO);

  private Scene scene;
  private ReportScene books;

  protected abstract Storage storage();

  @BeforeEach
  void set_the_scene() {
    scene = Scene.in(storage());
    books = new ReportScene(scene);
  }

  private Reports reports() {
    return storage().reports();
  }

  private static Tally tally(long count, long sum) {
    return new Tally(count, sum, EUR);
  }

  @Test
  void charges_are_counted_by_the_day_in_the_zone_of_the_period() {
    var method = scene.method();
    var price = Money.of(100, "EUR");
    books.captured(books.charged(method, price, "2026-03-02T04:59:59.999Z"));
    books.captured(books.charged(method, Money.of(250, "EUR"), "2026-03-02T04:00:00Z"));
    books.charged(method, price, "2026-03-02T05:00:00Z");
    books.declined(books.charged(method, price, "2026-03-09T03:59:59Z"));
    books.declined(books.charged(method, price, "2026-03-09T04:00:00Z"));

    assertThat(reports().charges(scene.id(), MARCH))
        .containsExactlyInAnyOrder(
            cell(FIRST, Status.CAPTURED, tally(2, 350), tally(2, 350)),
            cell(FIRST.plusDays(1), Status.PENDING, tally(1, 100), tally(0, 0)),
            cell(FIRST.plusDays(7), Status.DECLINED, tally(1, 100), tally(0, 0)),
            cell(FIRST.plusDays(8), Status.DECLINED, tally(1, 100), tally(0, 0)));
  }

  private ChargeTally cell(LocalDate day, Status status, Tally asked, Tally taken) {
    return new ChargeTally(day, status, scene.method().card().network(), asked, taken);
  }

  @Test
  void currencies_and_networks_are_told_apart() {
    var amex = TestPaymentMethods.bare(scene.id(), scene.customer().id());
    storage().paymentMethods().add(amex);
    books.charged(amex, Money.of(1, "EUR"), "2026-03-05T12:00:00Z");
    books.charged(amex, Money.of(2, "USD"), "2026-03-05T12:00:00Z");
    books.charged(scene.method(), Money.of(4, "EUR"), "2026-03-05T12:00:00Z");

    assertThat(reports().charges(scene.id(), MARCH))
        .extracting(row -> row.network() + " " + row.asked().currency() + row.asked().minorUnits())
        .containsExactlyInAnyOrder(
            CardNetwork.AMEX + " EUR1",
            CardNetwork.AMEX + " USD2",
            scene.method().card().network() + " EUR4");
  }

  @Test
  void the_period_has_its_beginning_and_not_its_end() {
    books.charged(scene.method(), Money.of(1, "EUR"), "2026-03-01T04:59:59.999Z");
    books.charged(scene.method(), Money.of(2, "EUR"), "2026-03-01T05:00:00Z");
    books.charged(scene.method(), Money.of(4, "EUR"), "2026-04-01T03:59:59.999Z");
    books.charged(scene.method(), Money.of(8, "EUR"), "2026-04-01T04:00:00Z");

    assertThat(reports().charges(scene.id(), MARCH))
        .extracting(row -> row.asked().minorUnits())
        .containsExactlyInAnyOrder(2L, 4L);
  }

  @Test
  void sums_may_be_larger_than_any_amount() {
    var most = new Money(Money.MAX_MINOR_UNITS, EUR);
    books.captured(books.charged(scene.method(), most, "2026-03-05T12:00:00Z"));
    books.captured(books.charged(scene.method(), most, "2026-03-05T12:00:00Z"));

    assertThat(reports().charges(scene.id(), MARCH))
        .extracting(ChargeTally::taken)
        .containsExactly(tally(2, 2 * Money.MAX_MINOR_UNITS));
  }

  @Test
  void declines_are_counted_by_their_code() {
    books.declined(books.charged(scene.method(), Money.of(100, "EUR"), "2026-03-05T12:00:00Z"));
    books.declined(books.charged(scene.method(), Money.of(200, "EUR"), "2026-03-06T12:00:00Z"));
    books.captured(books.charged(scene.method(), Money.of(400, "EUR"), "2026-03-06T12:00:00Z"));

    assertThat(reports().declines(scene.id(), MARCH))
        .containsExactly(new DeclineTally(TestDeclines.full().code(), tally(2, 300)));
  }

  @Test
  void refunds_are_counted_by_what_became_of_them() {
    var charge = scene.captured();
    books.reserve(charge.id(), 100);
    books.reserve(charge.id(), 200);

    assertThat(reports().refunds(scene.id(), MARCH))
        .containsExactly(new RefundTally(FIRST, RefundStatus.PENDING, tally(2, 300)));
  }

  @Test
  void a_refund_that_failed_counts_as_that() {
    var charge = scene.captured();
    books.reserve(charge.id(), 100);
    var refund = reports().refunds(scene.id(), RefundFilter.ALL, new Window(1, null)).rows();
    books.fail(charge.id(), refund.getFirst().id());

    assertThat(reports().refunds(scene.id(), MARCH))
        .containsExactly(new RefundTally(FIRST, RefundStatus.FAILED, tally(1, 100)));
  }

  @Test
  void renewals_are_counted_by_what_became_of_them() {
    var year = new ReportPeriod(MARCH.from(), Instant.parse("2027-03-01T05:00:00Z"), TORONTO);
    var one = books.subscribed(TestSubscriptions.bare(scene.method()));
    books.ended(books.added(one, 0, null), new RenewalState.Unpaid(), 3);
    var first = books.added(one, 1, null);
    books.ended(first, books.paid(first), 1);
    var second = books.added(one, 2, null);
    books.ended(second, books.paid(second), 2);
    books.ended(books.added(one, 3, null), new RenewalState.Unpaid(), 4);
    books.ended(books.added(one, 4, null), new RenewalState.Skipped(), 1);
    books.ended(books.added(one, 5, null), new RenewalState.Skipped(), 0);
    books.ended(books.added(one, 6, null), new RenewalState.Held(null), 1);
    books.added(one, 7, "2026-10-01T10:15:35Z");
    books.ended(books.added(one, 12, null), new RenewalState.Held(null), 1);

    assertThat(reports().renewals(scene.id(), year))
        .containsExactlyInAnyOrder(
            new RenewalTally(RenewalOutcome.PAID_AT_FIRST_TRY, tally(1, 1990)),
            new RenewalTally(RenewalOutcome.RECOVERED_BY_RETRY, tally(1, 1990)),
            new RenewalTally(RenewalOutcome.UNPAID, tally(2, 3980)),
            new RenewalTally(RenewalOutcome.OPEN, tally(1, 1990)));
  }

  @Test
  void what_falls_due_is_counted_by_day_and_what_is_late_on_the_first() {
    var one = books.subscribed(TestSubscriptions.bare(scene.method()));
    books.added(one, 0, "2026-02-20T12:00:00Z");
    books.added(one, 1, "2026-03-03T04:00:00Z");
    books.ended(
        books.added(one, 2, null),
        new RenewalState.Retrying(Instant.parse("2026-03-03T03:00:00Z")),
        1);
    books.ended(
        books.added(one, 3, null),
        new RenewalState.WaitingForPaymentMethod(Instant.parse("2026-03-03T03:00:00Z")),
        1);
    books.added(one, 4, null);
    books.added(one, 5, "2026-04-01T04:00:00Z");

    assertThat(reports().due(scene.id(), MARCH))
        .containsExactlyInAnyOrder(
            new DueTally(FIRST, tally(1, 1000)), new DueTally(FIRST.plusDays(1), tally(2, 2990)));
  }

  @Test
  void the_end_of_a_subscription_does_not_fall_due_and_is_not_listed() {
    var leaving = books.subscribed(TestSubscriptions.full(scene.method()));
    books.added(leaving, 0, "2026-03-03T12:00:00Z");
    var over =
        books.subscribed(
            TestSubscriptions.in(
                new SubscriptionState.Canceled(TestSubscriptions.MADE),
                null,
                TestSubscriptions.bare(scene.method())));
    books.added(over, 0, "2026-03-03T12:00:00Z");
    var full = books.subscribed(TestSubscriptions.full(scene.method()));
    books.ended(books.added(full, 12, null), new RenewalState.Held(null), 1);

    assertThat(reports().due(scene.id(), MARCH)).isEmpty();
    assertThat(reports().renewals(scene.id(), RenewalFilter.ALL, new Window(10, null)).rows())
        .isEmpty();
  }

  @Test
  void nothing_of_another_site_is_counted_or_listed() {
    var charge = scene.captured();
    books.reserve(charge.id(), 100);
    var subscription = books.subscribed(TestSubscriptions.bare(scene.method()));
    books.ended(books.added(subscription, 0, null), new RenewalState.Unpaid(), 1);
    books.added(subscription, 1, "2026-03-03T12:00:00Z");
    var other = Scene.in(storage()).id();
    var wide = new ReportPeriod(MARCH.from().minus(Duration.ofDays(10)), MARCH.to(), TORONTO);

    assertThat(reports().charges(other, wide)).isEmpty();
    assertThat(reports().declines(other, wide)).isEmpty();
    assertThat(reports().refunds(other, wide)).isEmpty();
    assertThat(reports().renewals(other, wide)).isEmpty();
    assertThat(reports().due(other, wide)).isEmpty();
    assertThat(reports().charges(other, ChargeFilter.ALL, new Window(10, null)).rows()).isEmpty();
    assertThat(reports().refunds(other, RefundFilter.ALL, new Window(10, null)).rows()).isEmpty();
    assertThat(reports().renewals(other, RenewalFilter.ALL, new Window(10, null)).rows()).isEmpty();
  }
}
