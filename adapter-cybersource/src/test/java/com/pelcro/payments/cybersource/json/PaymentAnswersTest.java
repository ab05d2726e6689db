package com.pelcro.payments.cybersource.json;

import static com.pelcro.payments.cybersource.json.Answering.AMOUNT;
import static com.pelcro.payments.cybersource.json.Answering.AMOUNTS;
import static com.pelcro.payments.cybersource.json.Answering.approved;
import static com.pelcro.payments.cybersource.json.Answering.assertHold;
import static com.pelcro.payments.cybersource.json.Answering.assertNoAnswer;
import static com.pelcro.payments.cybersource.json.Answering.assertRejection;
import static com.pelcro.payments.cybersource.json.Answering.embedded;
import static com.pelcro.payments.cybersource.json.Answering.objected;
import static com.pelcro.payments.cybersource.json.Answering.read;
import static com.pelcro.payments.cybersource.json.Answering.status;
import static com.pelcro.payments.cybersource.json.Answering.tokens;
import static com.pelcro.payments.domain.decline.DeclineCode.AUTHENTICATION_REQUIRED;
import static com.pelcro.payments.domain.decline.DeclineCode.AVS_MISMATCH;
import static com.pelcro.payments.domain.decline.DeclineCode.CALL_ISSUER;
import static com.pelcro.payments.domain.decline.DeclineCode.FRAUD_SUSPECTED;
import static com.pelcro.payments.domain.decline.DeclineCode.INCORRECT_CVN;
import static com.pelcro.payments.domain.decline.DeclineCode.INSUFFICIENT_FUNDS;
import static com.pelcro.payments.domain.decline.DeclineCode.PARTIAL_APPROVAL;
import static com.pelcro.payments.domain.decline.DeclineCode.PROCESSOR_ERROR;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.decline.DeclineCategory;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Checks;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.CardNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentAnswersTest {

  @Test
  void an_approval_carries_every_name_the_gateway_gave() {
    var body =
        """
        {"id":"71","submitTimeUtc":"2031-03-04T09:26:54Z","status":"AUTHORIZED",
         "reconciliationId":"RC1","new field":{"of":["the","future"]},
         "processorInformation":{"approvalCode":"831000","networkTransactionId":"0161",
           "responseCode":"00","avs":{"code":"Y","codeRaw":"Y"},
           "cardVerification":{"resultCode":"M"},"merchantAdvice":{"code":"01"}},
         %s}
        """
            .formatted(AMOUNTS.formatted("19.90", "EUR"));
    assertThat(read(Kind.SALE, 201, body))
        .isEqualTo(
            new Approval(
                new GatewayReference("71", "0161", "831000", "RC1", new Checks("Y", "M")), null));
  }

  @Test
  void an_approval_without_amounts_is_as_asked() {
    assertThat(read(Kind.AUTHORIZATION, 201, status("AUTHORIZED"))).isInstanceOf(Approval.class);
  }

  @Test
  void an_unneeded_field_of_another_type_disturbs_nothing() {
    var body =
        "{\"id\":\"71\",\"status\":\"AUTHORIZED\",\"processorInformation\":[7],\"_links\":3}";
    assertThat(read(Kind.SALE, 201, body)).isInstanceOf(Approval.class);
  }

  @Test
  void the_processors_own_code_never_decides() {
    var body =
        "{\"id\":\"71\",\"status\":\"AUTHORIZED\",\"processorInformation\":{\"responseCode\":\"51\"}}";
    assertThat(read(Kind.SALE, 201, body)).isInstanceOf(Approval.class);
  }

  @Test
  void an_approval_over_less_is_a_hold_over_what_it_says() {
    var body = approved("AUTHORIZED", "15.00", "EUR");
    assertHold(read(Kind.SALE, 201, body), Money.of(1500, "EUR"), PARTIAL_APPROVAL);
  }

  @Test
  void an_approval_over_more_is_a_hold_over_what_it_says() {
    var body = approved("AUTHORIZED", "20.00", "EUR");
    assertHold(read(Kind.SALE, 201, body), Money.of(2000, "EUR"), PARTIAL_APPROVAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTHORIZED", "PARTIAL_AUTHORIZED", "AUTHORIZED_RISK_DECLINED"})
  void money_of_another_currency_or_shape_is_no_answer(String status) {
    assertNoAnswer(read(Kind.SALE, 201, approved(status, "19.90", "USD")));
    assertNoAnswer(read(Kind.SALE, 201, approved(status, "19.901", "EUR")));
    assertNoAnswer(read(Kind.SALE, 201, approved(status, "a lot", "EUR")));
    assertNoAnswer(read(Kind.SALE, 201, approved(status, "0.00", "EUR")));
  }

  @Test
  void trailing_zeros_are_the_same_money() {
    assertThat(read(Kind.SALE, 201, approved("AUTHORIZED", "19.9", "EUR")))
        .isInstanceOf(Approval.class);
    assertThat(read(Kind.SALE, 201, approved("AUTHORIZED", "19.9000", "EUR")))
        .isInstanceOf(Approval.class);
  }

  @Test
  void a_partial_approval_is_a_hold_over_its_part() {
    var body = approved("PARTIAL_AUTHORIZED", "10.00", "EUR");
    assertHold(read(Kind.SALE, 201, body), Money.of(1000, "EUR"), PARTIAL_APPROVAL);
  }

  @Test
  void a_partial_approval_that_names_no_part_is_no_answer() {
    assertNoAnswer(read(Kind.SALE, 201, status("PARTIAL_AUTHORIZED")));
  }

  @Test
  void a_risk_decline_of_approved_money_is_a_hold() {
    assertHold(read(Kind.SALE, 201, status("AUTHORIZED_RISK_DECLINED")), AMOUNT, FRAUD_SUSPECTED);
  }

  @Test
  void an_objection_to_address_code_or_by_the_issuer_is_a_hold() {
    assertHold(read(Kind.SALE, 201, objected("AVS_FAILED")), AMOUNT, AVS_MISMATCH);
    assertHold(read(Kind.SALE, 201, objected("CV_FAILED")), AMOUNT, INCORRECT_CVN);
    assertHold(read(Kind.SALE, 201, objected("CONTACT_PROCESSOR")), AMOUNT, CALL_ISSUER);
  }

  @Test
  void fraud_rules_ask_for_a_review() {
    assertThat(read(Kind.SALE, 201, objected("DECISION_PROFILE_REVIEW")))
        .isInstanceOf(Review.class);
    assertThat(read(Kind.SALE, 201, objected("A_RULE_OF_TOMORROW"))).isInstanceOf(Review.class);
    assertThat(read(Kind.SALE, 201, status("PENDING_REVIEW"))).isInstanceOf(Review.class);
  }

  @Test
  void nobody_reviews_or_releases_a_verification() {
    var asked = Asked.payment(Kind.VERIFICATION, Money.of(0, "EUR"), CardNetwork.VISA, null);
    for (var body :
        new String[] {
          status("PENDING_REVIEW"),
          status("AUTHORIZED_RISK_DECLINED"),
          objected("DECISION_PROFILE_REVIEW"),
          objected("AVS_FAILED")
        }) {
      assertThat(AnswerReader.read(asked, 201, body)).isInstanceOf(Decline.class);
    }
  }

  @Test
  void a_decline_says_why_in_our_words_and_keeps_theirs() {
    var body =
        """
        {"id":"72","status":"DECLINED","errorInformation":{"reason":"INSUFFICIENT_FUND",
          "message":"No."},"processorInformation":{"responseCode":"51",
          "merchantAdvice":{"code":"02"}}}
        """;
    assertThat(read(Kind.SALE, 201, body))
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> {
              assertThat(decline.reference().transactionId()).isEqualTo("72");
              assertThat(decline.reason().code()).isEqualTo(INSUFFICIENT_FUNDS);
              assertThat(decline.reason().category()).isEqualTo(DeclineCategory.SOFT);
              assertThat(decline.reason().gatewayReason()).isEqualTo("INSUFFICIENT_FUND");
              assertThat(decline.reason().processorCode()).isEqualTo("51");
              assertThat(decline.reason().merchantAdvice()).isEqualTo("02");
            });
  }

  @Test
  void a_decline_without_a_reason_is_unknown_and_soft() {
    assertThat(read(Kind.SALE, 201, status("DECLINED")))
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> {
              assertThat(decline.reason().code()).isEqualTo(DeclineCode.UNKNOWN);
              assertThat(decline.reason().category()).isEqualTo(DeclineCategory.SOFT);
            });
  }

  @Test
  void a_call_for_authentication_is_a_decline() {
    assertThat(read(Kind.SALE, 201, status("PENDING_AUTHENTICATION")))
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> assertThat(decline.reason().code()).isEqualTo(AUTHENTICATION_REQUIRED));
  }

  @Test
  void a_sale_whose_capture_failed_is_a_hold() {
    var body = embedded("{\"reason\":\"INVALID_DATA\",\"message\":\"No.\"}");
    assertHold(read(Kind.SALE, 201, body), AMOUNT, PROCESSOR_ERROR);
    assertThat(read(Kind.SALE, 201, embedded("{\"status\":\"PENDING\"}")))
        .isInstanceOf(Approval.class);
    assertThat(read(Kind.SALE, 201, embedded("{\"status\":\"TRANSMITTED\"}")))
        .isInstanceOf(Approval.class);
  }

  @Test
  void a_stored_card_is_named_by_its_tokens() {
    var storing = new Asked.Storing("acme", "C1");
    var asked = Asked.payment(Kind.SALE, AMOUNT, CardNetwork.VISA, storing);
    assertThat(AnswerReader.read(asked, 201, tokens()))
        .isInstanceOfSatisfying(
            Approval.class,
            approval -> {
              var card = requireNonNull(approval.card());
              assertThat(card.token()).isEqualTo(new GatewayToken("C1", "P1", "7011"));
              assertThat(card.fingerprint()).matches("[0-9a-f]{32}");
            });
  }

  @Test
  void a_sale_stands_without_its_stored_card_and_a_verification_does_not() {
    var storing = new Asked.Storing("acme", "C1");
    var sale = Asked.payment(Kind.SALE, AMOUNT, CardNetwork.VISA, storing);
    assertThat(AnswerReader.read(sale, 201, status("AUTHORIZED")))
        .isInstanceOfSatisfying(Approval.class, approval -> assertThat(approval.card()).isNull());
    var nothing = Money.of(0, "EUR");
    var verification = Asked.payment(Kind.VERIFICATION, nothing, CardNetwork.VISA, storing);
    assertRejection(
        AnswerReader.read(verification, 201, status("AUTHORIZED")), FailureCode.GATEWAY_REJECTED);
  }
}
