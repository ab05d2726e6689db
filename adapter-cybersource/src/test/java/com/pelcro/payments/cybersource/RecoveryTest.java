package com.pelcro.payments.cybersource;

import static com.pelcro.payments.cybersource.Journey.AMOUNT;
import static com.pelcro.payments.cybersource.Journey.approval;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.Annulment.Annulled;
import com.pelcro.payments.domain.gateway.Annulment.NothingThere;
import com.pelcro.payments.domain.gateway.Annulment.Unknown;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.Finding.Contradiction;
import com.pelcro.payments.domain.gateway.Finding.Found;
import com.pelcro.payments.domain.gateway.Finding.NotFound;
import com.pelcro.payments.domain.gateway.Finding.Unavailable;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that were lost, beyond what the contracts ask.
class RecoveryTest {

  private final SimulatorBench bench = new SimulatorBench();
  private final Journey journey = new Journey(bench);

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 429, 500, 502, 503})
  void a_page_of_somebody_elses_is_no_answer(int status) {
    bench
        .panel()
        .scenario(
            Map.of("path", "/pts/v2/payments"),
            Map.of(
                "kind",
                "http",
                "status",
                status,
                "body",
                "<html>Oops</html>",
                "content_type",
                "text/html",
                "processed",
                true),
            1);
    var payment = journey.fresh();
    assertThat(bench.adapter().payments().sale(payment).answer()).isInstanceOf(NoAnswer.class);
    assertThat(find(payment)).isInstanceOf(Found.class);
  }

  @Test
  void a_cut_body_is_no_answer() {
    bench
        .panel()
        .scenario(
            Map.of("path", "/pts/v2/payments"), Map.of("kind", "truncate", "processed", true), 1);
    var payment = journey.fresh();
    assertThat(bench.adapter().payments().sale(payment).answer()).isInstanceOf(NoAnswer.class);
    assertThat(find(payment)).isInstanceOf(Found.class);
  }

  @Test
  void a_status_nobody_knows_is_no_answer_and_is_found_out() {
    bench
        .panel()
        .scenario(
            Map.of("path", "/pts/v2/payments"),
            Map.of("kind", "status", "status", "SOMETHING_NEW"),
            1);
    var payment = journey.fresh();
    assertThat(bench.adapter().payments().sale(payment).answer()).isInstanceOf(NoAnswer.class);
    assertThat(find(payment))
        .isInstanceOfSatisfying(
            Found.class, found -> assertThat(found.outcome()).isInstanceOf(Approval.class));
  }

  @Test
  void an_annulment_whose_reply_was_lost_is_found_out_afterwards() {
    var payment = lost();
    bench.next(Trouble.REPLY_LOST);
    var lookup = lookup(bench.integration(), payment);
    bench.pass(Duration.ofSeconds(61));
    assertThat(bench.adapter().payments().annul(lookup).answer()).isInstanceOf(Unknown.class);
    assertThat(find(payment))
        .isInstanceOfSatisfying(
            Found.class,
            found ->
                assertThat(found.outcome())
                    .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection ->
                            assertThat(rejection.failure().code())
                                .isEqualTo(FailureCode.ANNULLED)));
    assertThat(bench.standing(payment.references()).held()).isEqualTo(Money.of(0, "EUR"));
  }

  @Test
  void annulling_a_sale_lets_its_hold_go_too() {
    var payment = lost();
    bench.pass(Duration.ofSeconds(61));
    var lookup = lookup(bench.integration(), payment);
    assertThat(bench.adapter().payments().annul(lookup).answer()).isInstanceOf(Annulled.class);
    assertThat(bench.standing(payment.references()).held()).isEqualTo(Money.of(0, "EUR"));
  }

  @Test
  void a_sale_that_was_only_held_can_be_annulled_as_well() {
    bench.next(new Outcome.SentToReview());
    var payment = lost();
    bench.pass(Duration.ofSeconds(61));
    var lookup = lookup(bench.integration(), payment);
    assertThat(bench.adapter().payments().annul(lookup).answer()).isInstanceOf(Annulled.class);
    assertThat(bench.standing(payment.references()).held()).isEqualTo(Money.of(0, "EUR"));
  }

  @Test
  void what_undoes_cannot_be_undone_and_a_verification_holds_nothing() {
    var references = Journey.references();
    assertThat(annul(OperationKind.VOID, references)).isInstanceOf(Unknown.class);
    assertThat(annul(OperationKind.RELEASE, references)).isInstanceOf(Unknown.class);
    assertThat(annul(OperationKind.SAVE_CARD, references)).isInstanceOf(NothingThere.class);
    assertThat(bench.panel().requests("/pts/")).isEmpty();
  }

  @Test
  void voids_and_releases_are_found() {
    var payments = bench.adapter().payments();
    var sale = approval(payments.sale(journey.fresh()));
    var undo = journey.followUp(sale);
    bench.next(Trouble.REPLY_LOST);
    assertThat(payments.undo(undo).answer()).isInstanceOf(NoAnswer.class);
    assertFoundDone(OperationKind.VOID, undo.references());
    var release = journey.followUp(sale);
    bench.next(Trouble.REPLY_LOST);
    assertThat(payments.release(release).answer()).isInstanceOf(NoAnswer.class);
    assertFoundDone(OperationKind.RELEASE, release.references());
  }

  @Test
  void a_saved_card_whose_reply_was_lost_is_found_with_its_tokens() {
    var card = journey.type(CaptureMethod.MICROFORM, SampleCard.VISA);
    var owner = new CardOwner(journey.customer(), null);
    var request =
        new SaveCard(bench.integration(), Journey.references(), AMOUNT.currency(), card, owner);
    bench.next(Trouble.REPLY_LOST);
    assertThat(bench.adapter().vault().save(request).answer()).isInstanceOf(NoAnswer.class);
    var nothing = Money.of(0, "EUR");
    var lookup = journey.lookup(OperationKind.SAVE_CARD, request.references(), nothing, false);
    assertThat(bench.adapter().payments().find(lookup).answer())
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              assertThat(found.outcome()).isInstanceOf(Approval.class);
              var stored = requireNonNull(((Approval) found.outcome()).card());
              var sale = journey.stored(stored, SampleCard.VISA, new Initiation.CustomerStored());
              var _ = approval(bench.adapter().payments().sale(sale));
            });
  }

  @Test
  void two_transactions_under_one_code_are_a_contradiction() {
    var first = journey.fresh();
    var _ = approval(bench.adapter().payments().sale(first));
    var twin = new References(first.references().code(), "another-transaction-id");
    var card = journey.type(CaptureMethod.MICROFORM, SampleCard.VISA);
    var second =
        new Instruction(
            bench.integration(),
            twin,
            AMOUNT,
            new PaymentSource.Once(card),
            new Initiation.CustomerOnce());
    var _ = approval(bench.adapter().payments().sale(second));
    assertThat(find(first)).isInstanceOf(Contradiction.class);
  }

  @Test
  void a_search_that_is_not_whole_proves_nothing() {
    bench
        .panel()
        .scenario(
            Map.of("path", "/tss/v2/searches"),
            Map.of("kind", "http", "status", 201, "body", "{\"count\":0}", "processed", false),
            1);
    assertThat(find(journey.fresh())).isInstanceOf(Unavailable.class);
    assertThat(find(journey.fresh())).isInstanceOf(NotFound.class);
  }

  private void assertFoundDone(OperationKind kind, References references) {
    var lookup = journey.lookup(kind, references, AMOUNT, true);
    assertThat(bench.adapter().payments().find(lookup).answer())
        .isInstanceOfSatisfying(
            Found.class, found -> assertThat(found.outcome()).isInstanceOf(Approval.class));
  }

  private Annulment annul(OperationKind kind, References references) {
    var lookup = journey.lookup(kind, references, AMOUNT, false);
    return bench.adapter().payments().annul(lookup).answer();
  }

  private Instruction lost() {
    var payment = journey.fresh();
    bench.next(Trouble.REPLY_LOST);
    assertThat(bench.adapter().payments().sale(payment).answer()).isInstanceOf(NoAnswer.class);
    return payment;
  }

  private Finding find(Instruction payment) {
    return bench.adapter().payments().find(lookup(bench.integration(), payment)).answer();
  }

  private Lookup lookup(Integration integration, Instruction payment) {
    return journey.lookup(integration, OperationKind.CHARGE, payment.references(), AMOUNT, true);
  }
}
