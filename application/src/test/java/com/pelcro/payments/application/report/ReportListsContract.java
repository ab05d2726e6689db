package com.pelcro.payments.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Slice.More;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.TestRefunds;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How every [Reports] lists.
public abstract class ReportListsContract {

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

  @Test
  void every_state_of_a_charge_has_its_line() {
    var charges = TestCharges.inEveryState(scene.method());
    charges.forEach(charge -> storage().charges().add(charge));

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
    var subscription = books.subscribed(TestSubscriptions.bare(scene.method()));
    var renewal = books.added(subscription, 0, null);
    books.charged(
        scene.method(),
        TestCharges.AMOUNT,
        "2026-03-05T12:00:00Z",
        new RenewalAttempt(renewal.subscription(), renewal.id(), 1, renewal.period().start()));

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
                    books
                        .charged(
                            scene.method(), Money.of(100, "EUR"), "2026-03-1" + day + "T12:00:00Z")
                        .id())
            .toList();
    var filter =
        new ChargeFilter(
            scene.customer().id(),
            null,
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
  void charges_are_found_by_what_people_search_for() {
    var cheap = books.charged(scene.method(), Money.of(100, "EUR"), "2026-03-10T12:00:00Z").id();
    var dear = books.charged(scene.method(), Money.of(900, "EUR"), "2026-03-11T12:00:00Z").id();
    var last4 = scene.method().card().last4();

    assertThat(found(ChargeFilter.ALL.paying(900L, null))).containsExactly(dear);
    assertThat(found(ChargeFilter.ALL.paying(null, last4))).containsExactly(dear, cheap);
    assertThat(found(ChargeFilter.ALL.paying(null, "0000"))).isEmpty();
    assertThat(found(ChargeFilter.ALL.inDoubt())).isEmpty();
  }

  private List<ChargeId> found(ChargeFilter filter) {
    return reports().charges(scene.id(), filter, new Window(10, null)).rows().stream()
        .map(ChargeLine::id)
        .toList();
  }

  @Test
  void refunds_are_listed_and_narrowed() {
    var charge = scene.captured();
    var other = scene.captured();
    books.reserve(charge.id(), 100);
    books.reserve(other.id(), 200);

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
    books.reserve(charge.id(), 100);
    books.fail(charge.id(), lines(RefundFilter.ALL).getFirst().id());

    var failed = lines(new RefundFilter(null, RefundStatus.FAILED, null, null));

    assertThat(failed).singleElement().satisfies(line -> assertThat(line.failure()).isNotNull());
  }

  @Test
  void renewals_are_listed_and_narrowed() {
    var one = books.subscribed(TestSubscriptions.bare(scene.method()));
    var two = books.subscribed(TestSubscriptions.bare(scene.method()));
    var waits =
        books.ended(
            books.added(one, 0, null),
            new RenewalState.WaitingForPaymentMethod(Instant.parse("2026-03-03T03:00:00Z")),
            1);
    var next = books.added(one, 1, "2026-04-01T09:15:35Z");
    var other = books.added(two, 0, "2026-03-01T10:15:35Z");

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
}
