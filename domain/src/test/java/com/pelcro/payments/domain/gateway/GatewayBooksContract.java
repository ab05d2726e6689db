package com.pelcro.payments.domain.gateway;

import static com.pelcro.payments.domain.decline.DeclineCode.FRAUD_SUSPECTED;
import static com.pelcro.payments.domain.decline.DeclineCode.INSUFFICIENT_FUNDS;
import static com.pelcro.payments.domain.gateway.Trouble.CONNECTION_REFUSED;
import static com.pelcro.payments.domain.gateway.Trouble.REPLY_LOST;
import static com.pelcro.payments.domain.gateway.Trouble.REQUEST_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.Annulment.Annulled;
import com.pelcro.payments.domain.gateway.BookEntry.Effect;
import com.pelcro.payments.domain.gateway.BookEntry.Kind;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the books of every gateway tell.
public abstract class GatewayBooksContract extends GatewayContract {

  private static final int MANY = 12;

  @Test
  void books_without_entries_have_none() {
    assertThat(everything()).isEmpty();
  }

  @Test
  void a_sale_is_done() {
    var sale = sold();
    assertThat(everything())
        .singleElement()
        .isEqualTo(
            new BookEntry(
                sale.target().transactionId(),
                sale.references().code(),
                Kind.PAYMENT,
                Effect.DONE,
                AMOUNT,
                bench().now()));
  }

  @Test
  void an_authorization_is_held_and_its_capture_done() {
    var authorized = authorized();
    var capture = followUp(authorized.target(), PART);
    var _ = approval(payments().capture(capture));
    assertThat(under(authorized.references())).isEqualTo(told(Kind.PAYMENT, Effect.HELD, AMOUNT));
    assertThat(under(capture.references())).isEqualTo(told(Kind.CAPTURE, Effect.DONE, PART));
  }

  @Test
  void a_refund_is_done_and_its_payment_stays_what_it_was() {
    var sale = sold();
    var refund = followUp(sale.target(), PART);
    var _ = approval(payments().refund(refund));
    assertThat(under(refund.references())).isEqualTo(told(Kind.REFUND, Effect.DONE, PART));
    assertThat(under(sale.references())).isEqualTo(told(Kind.PAYMENT, Effect.DONE, AMOUNT));
  }

  @Test
  void a_void_and_a_release_are_entries_of_their_own() {
    var sale = sold();
    var undoing = followUp(sale.target(), AMOUNT);
    var _ = approval(payments().undo(undoing));
    var release = followUp(sale.target(), AMOUNT);
    var _ = approval(payments().release(release));
    assertThat(entry(undoing.references()))
        .returns(Kind.VOID, BookEntry::kind)
        .returns(true, BookEntry::isEffective);
    assertThat(entry(release.references()))
        .returns(Kind.RELEASE, BookEntry::kind)
        .returns(true, BookEntry::isEffective);
  }

  @Test
  void a_decline_is_refused() {
    var payment = payment();
    bench().next(new Outcome.Declined(INSUFFICIENT_FUNDS));
    assertThat(payments().sale(payment).answer()).isInstanceOf(GatewayAnswer.Decline.class);
    assertThat(under(payment.references())).isEqualTo(told(Kind.PAYMENT, Effect.REFUSED, AMOUNT));
  }

  @Test
  void money_approved_against_a_rule_is_held() {
    var payment = payment();
    bench().next(new Outcome.HeldAgainstRule(FRAUD_SUSPECTED));
    assertThat(payments().sale(payment).answer()).isInstanceOf(GatewayAnswer.Hold.class);
    assertThat(under(payment.references())).isEqualTo(told(Kind.PAYMENT, Effect.HELD, AMOUNT));
  }

  @Test
  void a_payment_under_review_is_held_until_it_is_accepted() {
    var payment = payment();
    bench().next(new Outcome.SentToReview());
    assertThat(payments().sale(payment).answer()).isInstanceOf(GatewayAnswer.Review.class);
    assertThat(under(payment.references())).isEqualTo(told(Kind.PAYMENT, Effect.HELD, AMOUNT));
    bench().decide(payment.references(), ReviewVerdict.ACCEPT);
    assertThat(under(payment.references())).isEqualTo(told(Kind.PAYMENT, Effect.DONE, AMOUNT));
  }

  @Test
  void a_verified_card_is_an_entry_over_nothing() {
    var save = save(typed(SampleCard.VISA), owner(null));
    var _ = approval(vault().save(save));
    var entry = entry(save.references());
    assertThat(entry.kind()).isEqualTo(Kind.VERIFICATION);
    assertThat(entry.amount()).isEqualTo(NOTHING);
  }

  @Test
  void what_nobody_heard_of_is_in_the_books() {
    var payment = payment();
    bench().next(REPLY_LOST);
    assertThat(payments().sale(payment).answer()).isInstanceOf(GatewayAnswer.NoAnswer.class);
    assertThat(under(payment.references())).isEqualTo(told(Kind.PAYMENT, Effect.DONE, AMOUNT));
  }

  @Test
  void an_annulment_goes_by_the_code_of_what_it_undid() {
    var payment = payment();
    bench().next(REPLY_LOST);
    assertThat(payments().sale(payment).answer()).isInstanceOf(GatewayAnswer.NoAnswer.class);
    var lookup = lookup(OperationKind.CHARGE, payment.references(), AMOUNT);
    assertThat(annulled(lookup)).isInstanceOf(Annulled.class);
    assertThat(everything())
        .allSatisfy(entry -> assertThat(entry.code()).isEqualTo(payment.references().code()))
        .filteredOn(BookEntry::isEffective)
        .extracting(BookEntry::kind)
        .contains(Kind.PAYMENT, Kind.ANNULMENT)
        .doesNotContain(Kind.OTHER, Kind.VOID, Kind.RELEASE);
  }

  @Test
  void what_others_asked_in_the_same_account_bears_their_code() {
    var ours = payment();
    var theirs =
        new Instruction(
            ours.integration(),
            new References("INV-7", "INV-7-1"),
            ours.amount(),
            ours.source(),
            ours.initiation());
    var _ = approval(payments().sale(theirs));
    assertThat(everything()).singleElement().returns("INV-7", BookEntry::code);
  }

  @Test
  void many_entries_come_page_by_page_each_of_them_once() {
    var codes = new ArrayList<String>();
    for (int number = 0; number < MANY; number++) {
      codes.add(sold().references().code());
    }
    assertThat(everything()).extracting(BookEntry::code).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void a_period_has_its_first_instant_and_not_its_last() {
    var before = sold().references().code();
    bench().pass(Duration.ofSeconds(2));
    var from = bench().now();
    var first = sold().references().code();
    bench().pass(Duration.ofSeconds(2));
    var to = bench().now();
    var after = sold().references().code();
    assertThat(read(integration(), new Period(from, to)))
        .extracting(BookEntry::code)
        .containsExactly(first)
        .doesNotContain(before, after);
  }

  @Test
  void an_index_that_lags_leaves_entries_out_until_it_caught_up() {
    bench().stopIndex();
    var sale = sold();
    assertThat(everything()).isEmpty();
    bench().catchUpIndex();
    assertThat(entry(sale.references()).isEffective()).isTrue();
  }

  @Test
  void books_that_cannot_be_read_are_said_to_be_unavailable() {
    var _ = sold();
    assertThat(books().read(bench().stranger(), period(), null))
        .isInstanceOf(BooksPage.Unavailable.class);
    bench().next(CONNECTION_REFUSED);
    assertThat(books().read(integration(), period(), null))
        .isInstanceOf(BooksPage.Unavailable.class);
    bench().next(REQUEST_LOST);
    assertThat(books().read(integration(), period(), null))
        .isInstanceOf(BooksPage.Unavailable.class);
  }

  @Test
  void integrations_of_one_merchant_account_share_its_books() {
    assertThat(books().account(integration())).isNotBlank().isEqualTo(account(integration()));
  }

  private String account(Integration integration) {
    return books().account(integration);
  }

  private record Told(Kind kind, Effect effect, @Nullable Money amount) {}

  private static Told told(Kind kind, Effect effect, Money amount) {
    return new Told(kind, effect, amount);
  }

  private Told under(References references) {
    var entry = entry(references);
    return new Told(entry.kind(), entry.effect(), entry.amount());
  }

  private BookEntry entry(References references) {
    var found =
        everything().stream().filter(entry -> references.code().equals(entry.code())).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private Period period() {
    return new Period(
        bench().now().minus(Duration.ofHours(1)), bench().now().plus(Duration.ofMinutes(1)));
  }

  private List<BookEntry> everything() {
    return read(integration(), period());
  }

  private List<BookEntry> read(Integration integration, Period period) {
    var entries = new ArrayList<BookEntry>();
    String cursor = null;
    do {
      var page = books().read(integration, period, cursor);
      assertThat(page).isInstanceOf(BooksPage.Entries.class);
      entries.addAll(((BooksPage.Entries) page).entries());
      cursor = ((BooksPage.Entries) page).next();
    } while (cursor != null);
    return entries;
  }
}
