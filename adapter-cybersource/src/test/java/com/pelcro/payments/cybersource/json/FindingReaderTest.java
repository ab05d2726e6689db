package com.pelcro.payments.cybersource.json;

import static com.pelcro.payments.cybersource.json.Details.details;
import static com.pelcro.payments.cybersource.json.Details.service;
import static com.pelcro.payments.cybersource.json.Details.withoutAmount;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.decline.DeclineCategory;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.Finding.Contradiction;
import com.pelcro.payments.domain.gateway.Finding.Found;
import com.pelcro.payments.domain.gateway.Finding.Unavailable;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import org.junit.jupiter.api.Test;

class FindingReaderTest {

  private static final Money AMOUNT = Money.of(1990, "EUR");
  private static final String DONE = service("ics_auth", "1", "100");
  private static final String BILLED = service("ics_bill", "1", "100");

  @Test
  void a_sale_that_was_authorized_and_billed_is_approved() {
    assertThat(outcome(Kind.SALE, details("100", DONE, BILLED)))
        .isInstanceOfSatisfying(
            Approval.class,
            approval -> {
              assertThat(approval.reference().transactionId()).isEqualTo("71");
              assertThat(approval.reference().networkTransactionId()).isEqualTo("0161");
              assertThat(approval.reference().approvalCode()).isEqualTo("831000");
            });
  }

  @Test
  void an_authorization_needs_no_bill() {
    assertThat(outcome(Kind.AUTHORIZATION, details("100", DONE))).isInstanceOf(Approval.class);
  }

  @Test
  void a_sale_without_a_bill_leaves_a_hold_that_has_to_go() {
    assertHold(outcome(Kind.SALE, details("100", DONE)), DeclineCode.PROCESSOR_ERROR);
    var failed = service("ics_bill", "0", "102");
    assertHold(outcome(Kind.SALE, details("102", DONE, failed)), DeclineCode.PROCESSOR_ERROR);
  }

  @Test
  void a_sale_whose_bill_broke_proves_nothing_yet() {
    var broken = service("ics_bill", "-1", "150");
    assertThat(find(Kind.SALE, details("150", DONE, broken))).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_decline_is_read_from_its_number_with_the_networks_advice() {
    var details =
        """
        {"id":"71","clientReferenceInformation":{"code":"op-1"},
         "applicationInformation":{"reasonCode":203,
           "applications":[{"name":"ics_auth","reasonCode":"203","rCode":"0"}]},
         "paymentInformation":{"card":{"type":"002"}},
         "processorInformation":{"responseCode":"05","merchantAdvice":{"code":"03"}},
         "orderInformation":{"amountDetails":{"totalAmount":"19.90","currency":"EUR"}}}
        """;
    assertThat(outcome(Kind.SALE, details))
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> {
              assertThat(decline.reason().code()).isEqualTo(DeclineCode.GENERIC_DECLINE);
              assertThat(decline.reason().category()).isEqualTo(DeclineCategory.HARD);
            });
  }

  @Test
  void a_number_nobody_knows_is_an_unknown_decline() {
    assertThat(outcome(Kind.SALE, details("999", service("ics_auth", "0", "999"))))
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> {
              assertThat(decline.reason().code()).isEqualTo(DeclineCode.UNKNOWN);
              assertThat(decline.reason().gatewayReason()).isEqualTo("999");
            });
  }

  @Test
  void a_request_that_was_wrong_is_rejected() {
    assertThat(outcome(Kind.SALE, details("102", service("ics_auth", "0", "102"))))
        .isInstanceOf(Rejection.class);
  }

  @Test
  void an_error_of_the_gateways_own_proves_nothing() {
    assertThat(find(Kind.SALE, details("150", service("ics_auth", "-1", "150"))))
        .isInstanceOf(Unavailable.class);
    assertThat(find(Kind.SALE, details("100"))).isInstanceOf(Unavailable.class);
    assertThat(find(Kind.SALE, details("100", service("ics_auth", "7", "100"))))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void money_approved_against_address_or_code_is_a_hold() {
    var avs = service("ics_auth", "0", "200");
    var cvn = service("ics_auth", "1", "230");
    assertHold(outcome(Kind.SALE, details("200", avs)), DeclineCode.AVS_MISMATCH);
    assertHold(outcome(Kind.SALE, details("230", cvn)), DeclineCode.INCORRECT_CVN);
  }

  @Test
  void rules_review_and_reject_what_was_approved() {
    var review = service("ics_decision", "0", "480");
    var reject = service("ics_decision", "0", "481");
    assertThat(outcome(Kind.SALE, details("480", DONE, review))).isInstanceOf(Review.class);
    assertHold(outcome(Kind.SALE, details("481", DONE, reject)), DeclineCode.FRAUD_SUSPECTED);
  }

  @Test
  void rules_review_and_reject_before_any_issuer_is_asked() {
    var review = service("ics_decision", "0", "480");
    var reject = service("ics_decision", "0", "481");
    assertThat(outcome(Kind.SALE, details("480", review))).isInstanceOf(Review.class);
    assertThat(outcome(Kind.SALE, details("481", reject)))
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> assertThat(decline.reason().code()).isEqualTo(DeclineCode.FRAUD_SUSPECTED));
  }

  @Test
  void an_accepted_review_that_was_billed_is_approved() {
    var review = service("ics_decision", "1", "480");
    assertThat(outcome(Kind.SALE, details("480", DONE, review, BILLED)))
        .isInstanceOf(Approval.class);
  }

  @Test
  void a_partial_approval_is_a_hold_over_its_part() {
    var details =
        details("110", service("ics_auth", "1", "110"))
            .replace("\"currency\"", "\"authorizedAmount\":\"10.00\",\"currency\"");
    assertThat(outcome(Kind.AUTHORIZATION, details))
        .isInstanceOfSatisfying(
            Hold.class,
            hold -> {
              assertThat(hold.held()).isEqualTo(Money.of(1000, "EUR"));
              assertThat(hold.reason().code()).isEqualTo(DeclineCode.PARTIAL_APPROVAL);
            });
  }

  @Test
  void another_amount_currency_or_reference_is_a_contradiction() {
    var details = details("100", DONE, BILLED);
    assertThat(find(Kind.SALE, details.replace("19.90", "19.91")))
        .isInstanceOf(Contradiction.class);
    assertThat(find(Kind.SALE, details.replace("EUR", "USD"))).isInstanceOf(Contradiction.class);
    assertThat(find(Kind.SALE, details.replace("op-1", "op-2"))).isInstanceOf(Contradiction.class);
  }

  @Test
  void details_without_an_amount_prove_nothing_but_an_undoing() {
    assertThat(find(Kind.SALE, withoutAmount("ics_auth"))).isInstanceOf(Unavailable.class);
    assertThat(outcome(Kind.VOID, withoutAmount("ics_void"))).isInstanceOf(Approval.class);
    assertThat(outcome(Kind.RELEASE, withoutAmount("ics_auth_reversal")))
        .isInstanceOf(Approval.class);
  }

  @Test
  void each_follow_up_is_told_by_its_own_service() {
    assertThat(outcome(Kind.CAPTURE, details("100", BILLED))).isInstanceOf(Approval.class);
    assertThat(outcome(Kind.REFUND, details("100", service("ics_credit", "1", "100"))))
        .isInstanceOf(Approval.class);
    assertThat(find(Kind.REFUND, details("100", BILLED))).isInstanceOf(Unavailable.class);
    assertThat(outcome(Kind.REFUND, details("231", service("ics_credit", "0", "231"))))
        .isInstanceOf(Decline.class);
    assertThat(outcome(Kind.REFUND, details("247", service("ics_credit", "0", "247"))))
        .isInstanceOf(Rejection.class);
    assertThat(outcome(Kind.VOID, details("246", service("ics_void", "0", "246"))))
        .isInstanceOf(Rejection.class);
    assertThat(outcome(Kind.RELEASE, details("237", service("ics_auth_reversal", "0", "237"))))
        .isInstanceOf(Approval.class);
    assertThat(find(Kind.CAPTURE, details("236", service("ics_bill", "-1", "236"))))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void a_found_verification_carries_its_card_or_is_rejected() {
    var nothing = details("100", DONE).replace("19.90", "0.00");
    var asked = verification();
    assertThat(FindingReader.read(asked, "op-1", reading(nothing)))
        .isInstanceOfSatisfying(
            Found.class, found -> assertThat(found.outcome()).isInstanceOf(Rejection.class));
    var stored =
        nothing.replace(
            "\"applicationInformation\"",
            "\"paymentInformation\":{\"customer\":{\"id\":\"C1\"},\"paymentInstrument\":{\"id\":\"P1\"},"
                + "\"instrumentIdentifier\":{\"id\":\"7011\"}},\"applicationInformation\"");
    assertThat(FindingReader.read(asked, "op-1", reading(stored)))
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              var card = requireNonNull(((Approval) found.outcome()).card());
              assertThat(card.token()).isEqualTo(new GatewayToken("C1", "P1", "7011"));
            });
  }

  private static Asked verification() {
    var storing = new Asked.Storing("acme", null);
    return new Asked(Kind.VERIFICATION, Money.of(0, "EUR"), null, storing, null);
  }

  private static GatewayAnswer outcome(Kind kind, String details) {
    var finding = find(kind, details);
    assertThat(finding).isInstanceOf(Found.class);
    return ((Found) finding).outcome();
  }

  private static Finding find(Kind kind, String details) {
    var asked = new Asked(kind, AMOUNT, null, null, null);
    return FindingReader.read(asked, "op-1", reading(details));
  }

  private static Reading reading(String details) {
    return Json.read(details).orElseThrow();
  }

  private static void assertHold(GatewayAnswer answer, DeclineCode code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Hold.class,
            hold -> {
              assertThat(hold.held()).isEqualTo(AMOUNT);
              assertThat(hold.reason().code()).isEqualTo(code);
            });
  }
}
