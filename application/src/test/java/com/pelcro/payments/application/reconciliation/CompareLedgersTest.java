package com.pelcro.payments.application.reconciliation;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.reconciliation.CompareLedgers.Request;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.Difference.Status;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.reconciliation.Reconciliation.Tally;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import com.pelcro.payments.domain.site.TestSites;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareLedgersTest {

  private static final Duration A_WHILE = Duration.ofMinutes(30);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String TOLD = "reconciliation.difference";

  private final Shop shop = Shop.open();

  @Test
  void books_that_agree_differ_in_nothing() {
    var sale = shop.sold();
    var _ = created(shop.refund(sale.id(), 500L));
    var _ = shop.authorized();
    var _ = charged(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    var _ = charged(new Outcome.PartlyApproved(Money.of(500, "EUR")));
    var compared = compareLater();
    assertThat(compared.status()).isEqualTo(Reconciliation.Status.COMPLETE);
    assertThat(differences()).isEmpty();
    assertThat(compared.tally()).isEqualTo(new Tally(1, 10, 10, 0, 0));
  }

  @Test
  void what_was_voided_or_released_agrees() {
    var sale = shop.sold();
    var held = shop.authorized();
    var _ = done(shop.charges.undo().undo(shop.intent(), sale.id()));
    var _ = done(shop.charges.undo().undo(shop.intent(), held.id()));
    assertThat(compareLater().tally().differences()).isZero();
  }

  @Test
  void money_under_our_reference_that_we_do_not_know_of_is_missing_here_and_found_out() {
    var lost = charged(Trouble.REPLY_LOST);
    var compared = compareLater();
    assertThat(only())
        .returns(DifferenceType.MISSING_HERE, Difference::type)
        .returns(Status.OPEN, Difference::status)
        .returns(lost.amount(), found -> found.matter().there())
        .returns(lost.amount(), found -> found.matter().here());
    assertThat(compared.tally().news()).isEqualTo(1);
    assertThat(shop.told()).endsWith(TOLD);
    shop.recover(SOON);
    assertThat(shop.charge(lost.id()).state()).isInstanceOf(Captured.class);
    assertThat(compare().tally().differences()).isZero();
    assertThat(only().status()).isEqualTo(Status.RESOLVED);
    assertThat(shop.told()).endsWith(TOLD);
  }

  @Test
  void recovery_looks_at_once_at_what_a_comparison_came_upon() {
    var _ = charged(Trouble.REPLY_LOST);
    shop.clock.advance(A_WHILE);
    assertThat(shop.recovery.recover().claim(10)).hasSize(1);
    assertThat(shop.recovery.recover().claim(10)).isEmpty();
    var _ = compare();
    assertThat(shop.recovery.recover().claim(10)).hasSize(1);
  }

  @Test
  void money_we_count_on_that_is_in_no_book_is_missing_there() {
    var sale = shop.sold();
    forget(sale);
    var _ = compareLater();
    assertThat(only())
        .returns(DifferenceType.MISSING_THERE, Difference::type)
        .returns(sale.amount(), found -> found.matter().here())
        .returns(null, found -> found.matter().there());
  }

  @Test
  void what_the_index_may_not_have_yet_is_not_called_missing() {
    shop.gateway.stopIndex();
    var _ = shop.sold();
    shop.clock.advance(Duration.ofMinutes(10));
    assertThat(compare().tally().differences()).isZero();
    shop.clock.advance(Duration.ofMinutes(10));
    assertThat(compare().tally().differences()).isEqualTo(1);
    shop.gateway.catchUpIndex();
    assertThat(compare().tally().differences()).isZero();
    assertThat(only().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void what_others_did_in_the_account_is_kept_once_and_for_ever() {
    buy(new References("INV-7", "INV-7-1"));
    var first = compareLater();
    var again = compare();
    assertThat(first.tally().news()).isEqualTo(1);
    assertThat(again.tally()).isEqualTo(new Tally(1, 2, 1, 1, 0));
    assertThat(only())
        .returns(DifferenceType.MISSING_HERE, Difference::type)
        .returns(null, found -> found.matter().operation())
        .returns("INV-7", found -> found.matter().code());
    assertThat(shop.told()).filteredOn(TOLD::equals).hasSize(1);
  }

  @Test
  void what_a_person_closed_stays_closed() {
    buy(new References("INV-7", "INV-7-1"));
    var _ = compareLater();
    var close = shop.reconciliation.close();
    var closed = done(close.close(only().id(), "our old shop"));
    assertThat(closed.status()).isEqualTo(Status.CLOSED);
    assertThat(compare().tally()).isEqualTo(new Tally(1, 2, 1, 0, 0));
    assertThat(only().status()).isEqualTo(Status.CLOSED);
    assertThat(refusal(close.close(closed.id(), "again"))).isInstanceOf(InvalidState.class);
    assertThat(refusal(close.close(DifferenceId.next(), "no"))).isInstanceOf(NotFound.class);
  }

  @Test
  void a_reference_like_ours_that_we_never_gave_is_missing_here() {
    buy(References.of(OperationId.next()));
    var _ = compareLater();
    assertThat(only())
        .returns(DifferenceType.MISSING_HERE, Difference::type)
        .returns(null, found -> found.matter().operation());
  }

  @Test
  void money_that_moved_after_we_closed_it_differs_in_status_and_is_given_back() {
    var lost = charged(Trouble.ARRIVES_LATE);
    shop.recover(A_WHILE);
    shop.gateway.deliverLate();
    var _ = compareLater();
    assertThat(only().type()).isEqualTo(DifferenceType.STATUS);
    shop.recover(SOON);
    assertThat(shop.gateway.standing(references(lost)).orElseThrow().taken().isZero()).isTrue();
    shop.clock.advance(A_WHILE);
    assertThat(compare().tally().differences()).isZero();
  }

  @Test
  void what_we_annulled_ourselves_agrees() {
    shop.gateway.stopIndex();
    var _ = charged(Trouble.REPLY_LOST);
    shop.recover(A_WHILE);
    shop.gateway.catchUpIndex();
    assertThat(compareLater().tally().differences()).isZero();
  }

  @Test
  void sites_of_one_merchant_account_are_compared_together() {
    var _ = shop.sold();
    var second = TestSites.daily();
    shop.storage.sites().add(second);
    shop.storage.integrations().put(TestIntegrations.sandbox(second.id()));
    assertThat(compareLater().tally().accounts()).isEqualTo(1);
    var third = TestSites.daily();
    shop.storage.sites().add(third);
    shop.storage.integrations().put(TestIntegrations.rotated(third.id()));
    assertThat(compare().tally().accounts()).isEqualTo(2);
    assertThat(compare(third.id()).tally().accounts()).isEqualTo(1);
    assertThat(differences()).isEmpty();
  }

  @Test
  void books_that_cannot_be_read_are_a_problem_and_nothing_is_called_missing() {
    var sale = shop.sold();
    forget(sale);
    shop.clock.advance(A_WHILE);
    shop.gateway.next(Trouble.REQUEST_LOST);
    var compared = compare();
    assertThat(compared.status()).isEqualTo(Reconciliation.Status.INCOMPLETE);
    assertThat(compared.problems()).singleElement().asString().contains(shop.id().value());
    assertThat(compared.tally()).isEqualTo(Tally.NONE);
    assertThat(differences()).isEmpty();
  }

  @Test
  void yesterday_is_compared_as_a_whole() {
    var sale = shop.sold();
    forget(sale);
    shop.clock.advance(Duration.ofDays(1));
    assertThat(compare().tally().differences()).isZero();
    assertThat(shop.reconciliation.compare().compareYesterday().tally().differences()).isEqualTo(1);
  }

  @Test
  void every_comparison_is_kept() {
    var first = compare();
    var second = compare();
    assertThat(shop.storage.reconciliations().list(new Window(10, null)).rows())
        .containsExactly(second, first);
  }

  @Test
  void a_period_that_makes_no_sense_is_refused() {
    var now = shop.clock.instant();
    var compare = shop.reconciliation.compare();
    assertThat(
            List.of(
                new Request(null, null, now.plusSeconds(1)),
                new Request(null, now, now),
                new Request(null, now.minus(Duration.ofDays(32)), now)))
        .allSatisfy(
            request ->
                assertThat(refusal(compare.compare(request))).isInstanceOf(InvalidFields.class));
    assertThat(refusal(compare.compare(new Request(SiteId.next(), null, null))))
        .isInstanceOf(NotFound.class);
    assertThat(shop.storage.reconciliations().list(new Window(10, null)).rows()).isEmpty();
  }

  /// The card is on file before anything happens to its charge.
  private Charge charged(Trouble trouble) {
    var method = shop.saved(SampleCard.VISA);
    shop.gateway.next(trouble);
    return charged(method.id());
  }

  private Charge charged(Outcome outcome) {
    var method = shop.saved(SampleCard.VISA);
    shop.gateway.next(outcome);
    return charged(method.id());
  }

  private Charge charged(PaymentMethodId method) {
    return created(
        shop.charges.create().create(shop.request(shop.intent(), method, Charge.Mode.SALE)));
  }

  /// Buys something past us, in the same merchant account.
  private void buy(References references) {
    var method = shop.saved(SampleCard.VISA);
    var token = ((Active) method.state()).token();
    var _ =
        shop.gateway
            .adapter()
            .payments()
            .sale(
                new Instruction(
                    shop.integration(),
                    references,
                    Money.of(700, "EUR"),
                    new PaymentSource.Stored(token, method.card()),
                    new Initiation.CustomerStored()));
  }

  private void forget(Charge charge) {
    shop.gateway.forget(((Captured) charge.state()).payment().transactionId());
  }

  private References references(Charge charge) {
    return shop.storage.operations().steps(shop.id(), charge.id()).getFirst().references();
  }

  private Reconciliation compareLater() {
    shop.clock.advance(A_WHILE);
    return compare();
  }

  private Reconciliation compare() {
    return shop.reconciliation.compare().compareRecent();
  }

  private Reconciliation compare(SiteId site) {
    return done(shop.reconciliation.compare().compare(new Request(site, null, null)));
  }

  private Difference only() {
    assertThat(differences()).hasSize(1);
    return differences().getFirst();
  }

  private List<Difference> differences() {
    var all = new Differences.Filter(null, null, null);
    return shop.storage.differences().list(all, new Window(100, null)).rows();
  }
}
