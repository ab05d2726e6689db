package com.pelcro.payments.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Slice.More;
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
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.Charge.Mode;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.refund.TestRefunds;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Reports] keeps to.
public abstract class ReportsContract {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  /// In Toronto clocks go forward on the 8th.
  private static final ReportPeriod MARCH =
      new ReportPeriod(
          Instant.parse("2026-03-01T05:00:00Z"), Instant.parse("2026-04-01T04:00:00Z"), TORONTO);

  private Scene scene;

  protected abstract Storage storage();

  @BeforeEach
  void set_the_scene() {
    scene = Scene.in(storage());
  }

  private Reports reports() {
    return storage().reports();
  }

  private Charge charged(PaymentMethod method, Money amount, String at) {
    return charged(method, amount, at, null);
  }

  private Charge charged(
      PaymentMethod method, Money amount, String at, @Nullable RenewalAttempt attempt) {
    return scene.added(
        Charge.pending(
            ChargeId.next(),
            method.site(),
            method.customer(),
            method.id(),
            method.gateway(),
            amount,
            Mode.SALE,
            new Notes("INV-1", null, Map.of()),
            attempt,
            Instant.parse(at)));
  }

  private Charge moved(ChargeState state, Charge charge) {
    var changed = TestCharges.in(state, charge);
    return storage()
        .commit(
            () -> {
              var _ = storage().charges().lock(charge.site(), charge.id());
              storage().charges().update(changed);
              return changed;
            });
  }

  private Charge captured(Charge charge) {
    var payment = TestReferences.full();
    return moved(new ChargeState.Captured(payment, payment, charge.amount()), charge);
  }

  private Charge declined(Charge charge) {
    return moved(new ChargeState.Declined(TestDeclines.full(), TestReferences.full()), charge);
  }

  private static Tally tally(long count, long sum) {
    return new Tally(count, sum, EUR);
  }

  @Test
  void charges_are_counted_by_the_day_in_the_zone_of_the_period() {
    var method = scene.method();
    var price = Money.of(100, "EUR");
    captured(charged(method, price, "2026-03-02T04:59:59.999Z"));
    captured(charged(method, Money.of(250, "EUR"), "2026-03-02T04:00:00Z"));
    charged(method, price, "2026-03-02T05:00:00Z");
    declined(charged(method, price, "2026-03-09T03:59:59Z"));
    declined(charged(method, price, "2026-03-09T04:00:00Z"));

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
    charged(amex, Money.of(1, "EUR"), "2026-03-05T12:00:00Z");
    charged(amex, Money.of(2, "USD"), "2026-03-05T12:00:00Z");
    charged(scene.method(), Money.of(4, "EUR"), "2026-03-05T12:00:00Z");

    assertThat(reports().charges(scene.id(), MARCH))
        .extracting(row -> row.network() + " " + row.asked().currency() + row.asked().minorUnits())
        .containsExactlyInAnyOrder(
            CardNetwork.AMEX + " EUR1",
            CardNetwork.AMEX + " USD2",
            scene.method().card().network() + " EUR4");
  }

  @Test
  void the_period_has_its_beginning_and_not_its_end() {
    charged(scene.method(), Money.of(1, "EUR"), "2026-03-01T04:59:59.999Z");
    charged(scene.method(), Money.of(2, "EUR"), "2026-03-01T05:00:00Z");
    charged(scene.method(), Money.of(4, "EUR"), "2026-04-01T03:59:59.999Z");
    charged(scene.method(), Money.of(8, "EUR"), "2026-04-01T04:00:00Z");

    assertThat(reports().charges(scene.id(), MARCH))
        .extracting(row -> row.asked().minorUnits())
        .containsExactlyInAnyOrder(2L, 4L);
  }

  @Test
  void sums_may_be_larger_than_any_amount() {
    var most = new Money(Money.MAX_MINOR_UNITS, EUR);
    captured(charged(scene.method(), most, "2026-03-05T12:00:00Z"));
    captured(charged(scene.method(), most, "2026-03-05T12:00:00Z"));

    assertThat(reports().charges(scene.id(), MARCH))
        .extracting(ChargeTally::taken)
        .containsExactly(tally(2, 2 * Money.MAX_MINOR_UNITS));
  }

  @Test
  void declines_are_counted_by_their_code() {
    declined(charged(scene.method(), Money.of(100, "EUR"), "2026-03-05T12:00:00Z"));
    declined(charged(scene.method(), Money.of(200, "EUR"), "2026-03-06T12:00:00Z"));
    captured(charged(scene.method(), Money.of(400, "EUR"), "2026-03-06T12:00:00Z"));

    assertThat(reports().declines(scene.id(), MARCH))
        .containsExactly(new DeclineTally(TestDeclines.full().code(), tally(2, 300)));
  }

  @Test
  void refunds_are_counted_by_what_became_of_them() {
    var charge = scene.captured();
    storage().run(() -> scene.reserve(charge.id(), 100));
    storage().run(() -> scene.reserve(charge.id(), 200));

    assertThat(reports().refunds(scene.id(), MARCH))
        .containsExactly(new RefundTally(FIRST, RefundStatus.PENDING, tally(2, 300)));
  }

  private Subscription subscribed(Subscription subscription) {
    storage().subscriptions().add(subscription);
    return subscription;
  }

  private Renewal added(Subscription of, int index, @Nullable String due) {
    var renewal = TestSubscriptions.renewal(of, index, due == null ? null : Instant.parse(due));
    storage().renewals().add(renewal);
    return renewal;
  }

  private Renewal ended(Renewal renewal, RenewalState state, int attempts) {
    var asked =
        new Renewal(
            renewal.id(),
            renewal.site(),
            renewal.subscription(),
            renewal.period(),
            attempts == 0 ? null : new Renewal.Price(TestCharges.AMOUNT, scene.method().id()),
            state,
            attempts,
            0,
            renewal.updatedAt());
    storage().renewals().update(asked);
    return asked;
  }

  private RenewalState.Paid paid(Renewal renewal) {
    var charge =
        charged(
            scene.method(),
            TestCharges.AMOUNT,
            "2026-03-05T12:00:00Z",
            new RenewalAttempt(renewal.id(), 1));
    return new RenewalState.Paid(captured(charge).id());
  }

  @Test
  void renewals_are_counted_by_what_became_of_them() {
    var year = new ReportPeriod(MARCH.from(), Instant.parse("2027-03-01T05:00:00Z"), TORONTO);
    var one = subscribed(TestSubscriptions.bare(scene.method()));
    ended(added(one, 0, null), new RenewalState.Unpaid(), 3);
    var first = added(one, 1, null);
    ended(first, paid(first), 1);
    var second = added(one, 2, null);
    ended(second, paid(second), 2);
    ended(added(one, 3, null), new RenewalState.Unpaid(), 4);
    ended(added(one, 4, null), new RenewalState.Skipped(), 1);
    ended(added(one, 5, null), new RenewalState.Skipped(), 0);
    ended(added(one, 6, null), new RenewalState.Held(), 1);
    added(one, 7, "2026-10-01T10:15:35Z");
    ended(added(one, 12, null), new RenewalState.Held(), 1);

    assertThat(reports().renewals(scene.id(), year))
        .containsExactlyInAnyOrder(
            new RenewalTally(RenewalOutcome.PAID_AT_FIRST_TRY, tally(1, 1990)),
            new RenewalTally(RenewalOutcome.RECOVERED_BY_RETRY, tally(1, 1990)),
            new RenewalTally(RenewalOutcome.UNPAID, tally(2, 3980)),
            new RenewalTally(RenewalOutcome.OPEN, tally(1, 1990)));
  }

  @Test
  void what_falls_due_is_counted_by_day_and_what_is_late_on_the_first() {
    var one = subscribed(TestSubscriptions.bare(scene.method()));
    added(one, 0, "2026-02-20T12:00:00Z");
    added(one, 1, "2026-03-03T04:00:00Z");
    ended(added(one, 2, null), new RenewalState.Retrying(Instant.parse("2026-03-03T03:00:00Z")), 1);
    ended(
        added(one, 3, null),
        new RenewalState.WaitingForPaymentMethod(Instant.parse("2026-03-03T03:00:00Z")),
        1);
    added(one, 4, null);
    added(one, 5, "2026-04-01T04:00:00Z");

    assertThat(reports().due(scene.id(), MARCH))
        .containsExactlyInAnyOrder(
            new DueTally(FIRST, tally(1, 1000)), new DueTally(FIRST.plusDays(1), tally(2, 2990)));
  }

  @Test
  void the_end_of_a_subscription_does_not_fall_due_and_is_not_listed() {
    var leaving = subscribed(TestSubscriptions.full(scene.method()));
    added(leaving, 0, "2026-03-03T12:00:00Z");
    var over =
        subscribed(
            TestSubscriptions.in(
                new SubscriptionState.Canceled(TestSubscriptions.MADE),
                null,
                TestSubscriptions.bare(scene.method())));
    added(over, 0, "2026-03-03T12:00:00Z");
    var full = subscribed(TestSubscriptions.full(scene.method()));
    ended(added(full, 12, null), new RenewalState.Held(), 1);

    assertThat(reports().due(scene.id(), MARCH)).isEmpty();
    assertThat(reports().renewals(scene.id(), RenewalFilter.ALL, new Window(10, null)).rows())
        .isEmpty();
  }

  @Test
  void every_state_of_a_charge_has_its_line() {
    var charges = TestCharges.inEveryState(scene.method());
    charges.forEach(scene::added);

    var lines = reports().charges(scene.id(), ChargeFilter.ALL, new Window(100, null)).rows();

    assertThat(lines).hasSameSizeAs(charges);
    assertThat(lines)
        .allSatisfy(
            line -> {
              var charge = storage().charges().find(scene.id(), line.id()).orElseThrow();
              assertThat(line.status()).isEqualTo(Status.of(charge.state()));
              assertThat(line.amount()).isEqualTo(charge.amount());
              assertThat(line.captured()).isEqualTo(charge.captured());
              assertThat(line.decline() != null)
                  .isEqualTo(charge.state() instanceof ChargeState.Declined);
              assertThat(line.failure() != null)
                  .isEqualTo(charge.state() instanceof ChargeState.Failed);
              assertThat(line.transaction() == null)
                  .isEqualTo(
                      charge.state() instanceof ChargeState.Pending
                          || charge.state() instanceof ChargeState.Failed);
              assertThat(line.customer()).isEqualTo(charge.customer());
              assertThat(line.network()).isEqualTo(scene.method().card().network());
              assertThat(line.last4()).isEqualTo(scene.method().card().last4());
              assertThat(line.reference()).isEqualTo("INV-7");
              assertThat(line.updatedAt()).isEqualTo(charge.updatedAt());
            });
  }

  @Test
  void a_charge_for_a_period_names_its_subscription() {
    var subscription = subscribed(TestSubscriptions.bare(scene.method()));
    var renewal = added(subscription, 0, null);
    charged(
        scene.method(),
        TestCharges.AMOUNT,
        "2026-03-05T12:00:00Z",
        new RenewalAttempt(renewal.id(), 1));

    var line =
        reports().charges(scene.id(), ChargeFilter.ALL, new Window(1, null)).rows().getFirst();

    assertThat(line.renewal()).isEqualTo(renewal.id());
    assertThat(line.subscription()).isEqualTo(subscription.id());
  }

  @Test
  void lists_are_narrowed_and_go_on_after_a_row() {
    var ids =
        IntStream.range(0, 5)
            .mapToObj(
                day ->
                    charged(scene.method(), Money.of(100, "EUR"), "2026-03-1" + day + "T12:00:00Z")
                        .id())
            .toList();
    var filter =
        new ChargeFilter(
            scene.customer().id(),
            Status.PENDING,
            "INV-1",
            Instant.parse("2026-03-11T12:00:00Z"),
            Instant.parse("2026-03-14T12:00:00Z"));

    var first = reports().charges(scene.id(), filter, new Window(2, null));
    var rest =
        reports().charges(scene.id(), filter, new Window(2, first.rows().getLast().id().value()));

    assertThat(first.rows()).extracting(ChargeLine::id).containsExactly(ids.get(3), ids.get(2));
    assertThat(first.more()).isEqualTo(More.YES);
    assertThat(rest.rows()).extracting(ChargeLine::id).containsExactly(ids.get(1));
    assertThat(rest.more()).isEqualTo(More.NO);
  }

  @Test
  void refunds_are_listed_and_narrowed() {
    var charge = scene.captured();
    var other = scene.captured();
    storage().run(() -> scene.reserve(charge.id(), 100));
    storage().run(() -> scene.reserve(other.id(), 200));

    assertThat(lines(RefundFilter.ALL))
        .extracting(line -> line.amount().minorUnits())
        .containsExactly(200L, 100L);
    assertThat(lines(new RefundFilter(charge.id(), null, null, null)))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.charge()).isEqualTo(charge.id());
              assertThat(line.status()).isEqualTo(RefundStatus.PENDING);
              assertThat(line.reason()).isEqualTo("requested_by_customer");
              assertThat(line.transaction()).isNull();
              assertThat(line.failure()).isNull();
              assertThat(line.createdAt()).isEqualTo(TestRefunds.MADE);
            });
    assertThat(lines(new RefundFilter(null, RefundStatus.SUCCEEDED, null, null))).isEmpty();
    assertThat(lines(new RefundFilter(null, RefundStatus.PENDING, null, TestRefunds.MADE)))
        .isEmpty();
    assertThat(lines(new RefundFilter(null, RefundStatus.PENDING, TestRefunds.MADE, null)))
        .hasSize(2);
  }

  private List<RefundLine> lines(RefundFilter filter) {
    return reports().refunds(scene.id(), filter, new Window(10, null)).rows();
  }

  @Test
  void a_refund_that_was_answered_says_how() {
    var charge = scene.captured();
    storage().run(() -> scene.reserve(charge.id(), 100));
    var pending = lines(RefundFilter.ALL).getFirst();
    storage()
        .run(
            () -> {
              var refund = storage().refunds().lock(scene.id(), pending.id()).orElseThrow();
              var locked = storage().charges().lock(scene.id(), charge.id()).orElseThrow();
              var nothing = Money.zero(EUR);
              storage().refunds().update(TestRefunds.failed(refund));
              storage()
                  .charges()
                  .update(TestCharges.with(new Charge.Refunds(nothing, nothing), locked));
            });

    var failed = lines(new RefundFilter(null, RefundStatus.FAILED, null, null)).getFirst();

    assertThat(failed.failure()).isNotNull();
    assertThat(reports().refunds(scene.id(), MARCH))
        .containsExactly(new RefundTally(FIRST, RefundStatus.FAILED, tally(1, 100)));
  }

  @Test
  void renewals_are_listed_and_narrowed() {
    var one = subscribed(TestSubscriptions.bare(scene.method()));
    var two = subscribed(TestSubscriptions.bare(scene.method()));
    var waits =
        ended(
            added(one, 0, null),
            new RenewalState.WaitingForPaymentMethod(Instant.parse("2026-03-03T03:00:00Z")),
            1);
    var next = added(one, 1, "2026-04-01T09:15:35Z");
    var other = added(two, 0, "2026-03-01T10:15:35Z");

    assertThat(list(RenewalFilter.ALL))
        .extracting(RenewalLine::id)
        .containsExactly(other.id(), next.id(), waits.id());
    assertThat(list(new RenewalFilter(one.id(), RenewalStatus.SCHEDULED, null, null)))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.id()).isEqualTo(next.id());
              assertThat(line.customer()).isEqualTo(scene.customer().id());
              assertThat(line.amount()).isEqualTo(one.amount());
              assertThat(line.period()).isEqualTo(next.period());
              assertThat(line.nextAttemptAt()).isEqualTo("2026-04-01T09:15:35Z");
              assertThat(line.charge()).isNull();
            });
    assertThat(list(new RenewalFilter(null, null, next.period().start(), null)))
        .extracting(RenewalLine::id)
        .containsExactly(next.id());
    assertThat(list(new RenewalFilter(one.id(), null, null, next.period().start())))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.attempts()).isEqualTo(1);
              assertThat(line.amount()).isEqualTo(TestCharges.AMOUNT);
              assertThat(line.nextAttemptAt()).isNull();
            });
  }

  private List<RenewalLine> list(RenewalFilter filter) {
    return reports().renewals(scene.id(), filter, new Window(10, null)).rows();
  }

  @Test
  void nothing_of_another_site_is_counted_or_listed() {
    var charge = scene.captured();
    storage().run(() -> scene.reserve(charge.id(), 100));
    var subscription = subscribed(TestSubscriptions.bare(scene.method()));
    ended(added(subscription, 0, null), new RenewalState.Unpaid(), 1);
    added(subscription, 1, "2026-03-03T12:00:00Z");
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
