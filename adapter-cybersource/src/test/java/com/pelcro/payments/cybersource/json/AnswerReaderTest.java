package com.pelcro.payments.cybersource.json;

import static com.pelcro.payments.cybersource.json.Answering.assertNoAnswer;
import static com.pelcro.payments.cybersource.json.Answering.assertRejection;
import static com.pelcro.payments.cybersource.json.Answering.read;
import static com.pelcro.payments.cybersource.json.Answering.status;
import static com.pelcro.payments.cybersource.json.Answering.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerReaderTest {

  @ParameterizedTest
  @EnumSource
  void what_no_document_knows_is_no_answer(Kind kind) {
    assertNoAnswer(read(kind, 201, status("SOMETHING_NEW")));
    assertNoAnswer(read(kind, 201, status("SERVER_ERROR")));
    assertNoAnswer(read(kind, 201, "{\"status\":\"AUTHORIZED\"}"));
    assertNoAnswer(read(kind, 201, "{\"id\":\"71\"}"));
    assertNoAnswer(read(kind, 201, "{\"id\":\"\",\"status\":\"AUTHORIZED\"}"));
    assertNoAnswer(read(kind, 201, "{\"id\":\"71\",\"status\":{\"is\":\"AUTHORIZED\"}}"));
    assertNoAnswer(read(kind, 201, "{\"id\":\"71\",\"status\":\"AUTHO"));
    assertNoAnswer(read(kind, 201, status("AUTHORIZED") + "{}"));
    assertNoAnswer(
        read(kind, 201, "{\"id\":\"71\",\"status\":\"DECLINED\",\"status\":\"AUTHORIZED\"}"));
    assertNoAnswer(read(kind, 201, status("AUTHORIZED").replace("{", "{\"x\":1e99999999999,")));
    assertNoAnswer(read(kind, 201, "{\"id\":1e999999999,\"status\":1e999999999}"));
    assertNoAnswer(read(kind, 201, ""));
    assertNoAnswer(read(kind, 201, "null"));
    assertNoAnswer(read(kind, 201, "[" + status("AUTHORIZED") + "]"));
    assertNoAnswer(read(kind, 200, status("AUTHORIZED")));
    assertNoAnswer(read(kind, 202, status("AUTHORIZED")));
    assertNoAnswer(read(kind, 302, status("AUTHORIZED")));
    assertNoAnswer(read(kind, 403, status("DECLINED")));
    assertNoAnswer(read(kind, 429, status("DECLINED")));
    assertNoAnswer(read(kind, 500, status("DECLINED")));
    assertNoAnswer(read(kind, 502, "<html>Bad gateway</html>"));
    assertNoAnswer(
        read(
            kind,
            502,
            "{\"id\":\"71\",\"status\":\"SERVER_ERROR\",\"reason\":\"SERVER_TIMEOUT\"}"));
    assertNoAnswer(read(kind, 503, "{\"status\":\"INVALID_REQUEST\",\"reason\":\"INVALID_DATA\"}"));
  }

  @Test
  void a_400_counts_only_in_its_documented_shape() {
    assertRejection(read(Kind.SALE, 400, wrong("MISSING_FIELD")), FailureCode.GATEWAY_REJECTED);
    assertNoAnswer(read(Kind.SALE, 400, "<html>Bad request</html>"));
    assertNoAnswer(read(Kind.SALE, 400, "{\"message\":\"Bad request\"}"));
    assertNoAnswer(read(Kind.SALE, 400, "{\"reason\":\"MISSING_FIELD\"}"));
    assertNoAnswer(read(Kind.SALE, 400, "{\"status\":\"INVALID_REQUEST\"}"));
  }

  @Test
  void a_reason_nobody_knows_is_still_a_rejection() {
    assertRejection(read(Kind.SALE, 400, wrong("BRAND_NEW")), FailureCode.GATEWAY_REJECTED);
  }

  @Test
  void a_wrong_card_field_means_that_the_token_is_of_no_use() {
    for (var field :
        new String[] {
          "tokenInformation.transientTokenJwt",
          "paymentInformation.customer.id",
          "paymentInformation.card.number"
        }) {
      assertRejection(
          read(Kind.SALE, 400, wrong("INVALID_DATA", field)), FailureCode.TOKEN_UNUSABLE);
    }
    var other = wrong("INVALID_DATA", "orderInformation.amountDetails.currency");
    assertThat(read(Kind.SALE, 400, other))
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection -> {
              assertThat(rejection.failure().code()).isEqualTo(FailureCode.GATEWAY_REJECTED);
              assertThat(rejection.failure().detail()).contains("amountDetails.currency");
            });
  }

  @Test
  void a_refused_request_may_come_with_201_as_well() {
    var body =
        "{\"id\":\"7\",\"status\":\"INVALID_REQUEST\",\"errorInformation\":{\"reason\":\"DUPLICATE_REQUEST\"}}";
    assertNoAnswer(read(Kind.REFUND, 201, body));
    assertNoAnswer(read(Kind.SALE, 201, status("INVALID_REQUEST")));
  }

  @ParameterizedTest
  @EnumSource
  void rejected_credentials_are_no_decline(Kind kind) {
    var code = FailureCode.GATEWAY_CREDENTIALS_REJECTED;
    assertRejection(read(kind, 401, "{\"response\":{\"rmsg\":\"Authentication Failed\"}}"), code);
    assertRejection(read(kind, 401, ""), code);
  }

  @Test
  void an_unknown_resource_is_a_rejection_when_the_gateway_says_it_in_json() {
    assertRejection(read(Kind.CAPTURE, 404, "{}"), FailureCode.GATEWAY_REJECTED);
    assertNoAnswer(read(Kind.CAPTURE, 404, "<html>Not found</html>"));
  }
}
