package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonNumbersTest {

  private static final String NUMBERS =
      """
      # number, reason
      101, MISSING_FIELD
      102, INVALID_DATA
      104, DUPLICATE_REQUEST
      105, DUPLICATE_REQUEST
      110, PARTIAL_AUTHORIZED
      150, SYSTEM_ERROR
      151, SERVER_TIMEOUT
      152, SERVICE_TIMEOUT
      200, AVS_FAILED
      201, CONTACT_PROCESSOR
      202, EXPIRED_CARD
      203, PROCESSOR_DECLINED
      204, INSUFFICIENT_FUND
      205, STOLEN_LOST_CARD
      207, ISSUER_UNAVAILABLE
      208, UNAUTHORIZED_CARD
      209, CVN_NOT_MATCH
      210, EXCEEDS_CREDIT_LIMIT
      211, INVALID_CVN
      220, DECLINED_CHECK
      221, BLACKLISTED_CUSTOMER
      222, SUSPENDED_ACCOUNT
      230, CV_FAILED
      231, INVALID_ACCOUNT
      232, CARD_TYPE_NOT_ACCEPTED
      233, GENERAL_DECLINE
      234, INVALID_MERCHANT_CONFIGURATION
      235, EXCEEDS_AUTH_AMOUNT
      236, PROCESSOR_UNAVAILABLE
      237, AUTH_ALREADY_REVERSED
      238, TRANSACTION_ALREADY_SETTLED
      239, INVALID_AMOUNT
      240, INVALID_CARD_TYPE
      241, INVALID_PAYMENT_ID
      242, MISSING_AUTH
      243, TRANSACTION_ALREADY_REVERSED_OR_SETTLED
      246, NOT_VOIDABLE
      247, CAPTURE_ALREADY_VOIDED
      250, PROCESSOR_TIMEOUT
      251, ALLOWABLE_PIN_RETRIES_EXCEEDED
      254, ACCOUNT_NOT_ALLOWED_CREDIT
      400, SCORE_EXCEEDS_THRESHOLD
      475, PENDING_AUTHENTICATION
      476, CONSUMER_AUTHENTICATION_FAILED
      478, CONSUMER_AUTHENTICATION_REQUIRED
      480, DECISION_PROFILE_REVIEW
      481, DECISION_PROFILE_REJECT
      """;

  @ParameterizedTest
  @CsvSource(textBlock = NUMBERS)
  void a_number_has_a_word(String number, String reason) {
    assertThat(ReasonNumbers.reason(number)).isEqualTo(reason);
  }

  @Test
  void a_number_nobody_knows_stands_for_itself() {
    assertThat(ReasonNumbers.reason("999")).isEqualTo("999");
  }

  @Test
  void every_row_of_the_table_is_tried_above() {
    assertThat(Table.rows("reason-numbers.csv"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(NUMBERS).contains("\n" + row.getFirst() + ","));
  }
}
