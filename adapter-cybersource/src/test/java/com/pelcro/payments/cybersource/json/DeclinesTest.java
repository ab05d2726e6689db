package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCategory;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.site.CardNetwork;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclinesTest {

  @ParameterizedTest
  @CsvSource({
    "INSUFFICIENT_FUND, INSUFFICIENT_FUNDS, SOFT",
    "EXCEEDS_CREDIT_LIMIT, CREDIT_LIMIT_EXCEEDED, SOFT",
    "ISSUER_UNAVAILABLE, ISSUER_UNAVAILABLE, SOFT",
    "PROCESSOR_DECLINED, GENERIC_DECLINE, SOFT",
    "GENERAL_DECLINE, GENERIC_DECLINE, SOFT",
    "DECLINED_CHECK, GENERIC_DECLINE, SOFT",
    "PAYMENT_REFUSED, GENERIC_DECLINE, HARD",
    "PROCESSOR_ERROR, PROCESSOR_ERROR, SOFT",
    "PROCESSOR_UNAVAILABLE, PROCESSOR_ERROR, SOFT",
    "PROCESSOR_TIMEOUT, PROCESSOR_ERROR, SOFT",
    "ALLOWABLE_PIN_RETRIES_EXCEEDED, GENERIC_DECLINE, SOFT",
    "CONTACT_PROCESSOR, CALL_ISSUER, FIX",
    "EXPIRED_CARD, EXPIRED_CARD, FIX",
    "INVALID_ACCOUNT, INVALID_ACCOUNT, HARD",
    "INVALID_CARD, INVALID_ACCOUNT, HARD",
    "ACH_VERIFICATION_FAILED, INVALID_ACCOUNT, HARD",
    "UNAUTHORIZED_CARD, CARD_NOT_PERMITTED, HARD",
    "STOLEN_LOST_CARD, LOST_OR_STOLEN, HARD",
    "SUSPENDED_ACCOUNT, ACCOUNT_CLOSED, HARD",
    "BLACKLISTED_CUSTOMER, BLOCKED, HARD",
    "BLOCKED_BY_CARDHOLDER, REVOKED, HARD",
    "CVN_NOT_MATCH, INCORRECT_CVN, FIX",
    "INVALID_CVN, INCORRECT_CVN, FIX",
    "CV_FAILED, INCORRECT_CVN, FIX",
    "AVS_FAILED, AVS_MISMATCH, FIX",
    "DECISION_PROFILE_REJECT, FRAUD_SUSPECTED, FRAUD",
    "DECISION_PROFILE_REVIEW, FRAUD_SUSPECTED, FRAUD",
    "SCORE_EXCEEDS_THRESHOLD, FRAUD_SUSPECTED, FRAUD",
    "CUSTOMER_WATCHLIST_MATCH, FRAUD_SUSPECTED, FRAUD",
    "ADDRESS_COUNTRY_WATCHLIST_MATCH, FRAUD_SUSPECTED, FRAUD",
    "EMAIL_COUNTRY_WATCHLIST_MATCH, FRAUD_SUSPECTED, FRAUD",
    "IP_COUNTRY_WATCHLIST_MATCH, FRAUD_SUSPECTED, FRAUD",
    "NEW_WATCHLIST_MATCH, FRAUD_SUSPECTED, FRAUD",
    "DAGGREJECTED, FRAUD_SUSPECTED, FRAUD",
    "DAGGDENIED, FRAUD_SUSPECTED, FRAUD",
    "DSYSREJECTED, FRAUD_SUSPECTED, FRAUD",
    "PENDING_AUTHENTICATION, AUTHENTICATION_REQUIRED, FIX",
    "CONSUMER_AUTHENTICATION_REQUIRED, AUTHENTICATION_REQUIRED, FIX",
    "CONSUMER_AUTHENTICATION_FAILED, AUTHENTICATION_REQUIRED, FIX",
    "DUPLICATE_REQUEST, DUPLICATE, SOFT",
    "INVALID_MERCHANT_CONFIGURATION, MERCHANT_CONFIGURATION, CONFIGURATION",
    "CARD_TYPE_NOT_ACCEPTED, CARD_TYPE_NOT_ACCEPTED, HARD",
    "INVALID_CARD_TYPE, CARD_TYPE_NOT_ACCEPTED, HARD",
    "PARTIAL_AUTHORIZED, PARTIAL_APPROVAL, SOFT",
    "A_REASON_OF_TOMORROW, UNKNOWN, SOFT"
  })
  void a_reason_has_a_code_and_a_category(
      String reason, DeclineCode code, DeclineCategory category) {
    var read = Declines.of(CardNetwork.JCB, reason, null, null);
    assertThat(read.code()).isEqualTo(code);
    assertThat(read.category()).isEqualTo(category);
    assertThat(read.gatewayReason()).isEqualTo(reason);
  }

  @Test
  void a_decline_without_a_reason_is_unknown() {
    var read = Declines.of(CardNetwork.VISA, null, null, null);
    assertThat(read.code()).isEqualTo(DeclineCode.UNKNOWN);
    assertThat(read.category()).isEqualTo(DeclineCategory.SOFT);
  }

  @ParameterizedTest
  @CsvSource({
    "VISA, 1, HARD,",
    "VISA, 01, HARD,",
    "VISA, 2, SOFT,",
    "VISA, 3, FIX,",
    "MASTERCARD, 01, FIX,",
    "MASTERCARD, 02, SOFT, PT24H",
    "MASTERCARD, 03, HARD,",
    "MASTERCARD, 3, HARD,",
    "MASTERCARD, 04, FIX,",
    "MASTERCARD, 05, HARD,",
    "MASTERCARD, 21, HARD,",
    "MASTERCARD, 22, HARD,",
    "MASTERCARD, 24, SOFT, PT1H",
    "MASTERCARD, 25, SOFT, PT24H",
    "MASTERCARD, 26, SOFT, P2D",
    "MASTERCARD, 27, SOFT, P4D",
    "MASTERCARD, 28, SOFT, P6D",
    "MASTERCARD, 29, SOFT, P8D",
    "MASTERCARD, 30, SOFT, P10D",
    "MASTERCARD, 40, HARD,",
    "MASTERCARD, 41, HARD,",
    "MASTERCARD, 42, HARD,",
    "MASTERCARD, 99, HARD,",
    "MAESTRO, 03, HARD,",
    "VISA, 21, SOFT,",
    "MASTERCARD, 77, SOFT,",
    "MASTERCARD, 00, SOFT,",
    "AMEX, 03, SOFT,"
  })
  void advice_of_the_network_weighs_in(
      CardNetwork network, String advice, DeclineCategory category, @Nullable Duration pause) {
    var read = Declines.of(network, "PROCESSOR_DECLINED", "05", advice);
    assertThat(read.category()).isEqualTo(category);
    assertThat(read.retryAfter()).isEqualTo(pause);
    assertThat(read.merchantAdvice()).isEqualTo(advice);
  }

  @Test
  void advice_to_try_again_does_not_soften_a_hard_reason() {
    var read = Declines.of(CardNetwork.MASTERCARD, "STOLEN_LOST_CARD", "41", "24");
    assertThat(read.category()).isEqualTo(DeclineCategory.HARD);
    assertThat(read.retryAfter()).isNull();
    assertThat(Declines.of(CardNetwork.VISA, "EXPIRED_CARD", "54", "2").category())
        .isEqualTo(DeclineCategory.FIX);
  }

  @Test
  void advice_speaks_of_cards_and_not_of_fraud_or_the_account() {
    assertThat(Declines.of(CardNetwork.VISA, "DECISION_PROFILE_REJECT", "05", "1").category())
        .isEqualTo(DeclineCategory.FRAUD);
    assertThat(
            Declines.of(CardNetwork.VISA, "INVALID_MERCHANT_CONFIGURATION", "03", "1").category())
        .isEqualTo(DeclineCategory.CONFIGURATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"04", "07", "12", "14", "15", "41", "43", "46", "57", "R0", "R1", "R3"})
  void a_raw_response_of_visas_first_category_is_hard(String response) {
    assertThat(Declines.of(CardNetwork.VISA, "GENERAL_DECLINE", response, null).category())
        .isEqualTo(DeclineCategory.HARD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"54", "55", "6P", "70", "82", "N7", "1A"})
  void a_raw_response_of_visas_third_category_needs_a_fix(String response) {
    assertThat(Declines.of(CardNetwork.VISA, "GENERAL_DECLINE", response, null).category())
        .isEqualTo(DeclineCategory.FIX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"05", "19", "51", "59", "61", "65", "75", "86", "91", "96", "N3", "N4"})
  void other_raw_responses_stay_soft(String response) {
    assertThat(Declines.of(CardNetwork.VISA, "GENERAL_DECLINE", response, null).category())
        .isEqualTo(DeclineCategory.SOFT);
  }

  @Test
  void raw_responses_are_read_for_visa_alone_and_only_without_advice() {
    assertThat(Declines.of(CardNetwork.MASTERCARD, "GENERAL_DECLINE", "04", null).category())
        .isEqualTo(DeclineCategory.SOFT);
    assertThat(Declines.of(CardNetwork.VISA, "GENERAL_DECLINE", "04", "2").category())
        .isEqualTo(DeclineCategory.SOFT);
  }

  @Test
  void a_wait_of_the_reasons_own_is_kept() {
    assertThat(
            Declines.of(CardNetwork.VISA, "ALLOWABLE_PIN_RETRIES_EXCEEDED", "75", null)
                .retryAfter())
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void overlong_words_are_cut() {
    assertThat(Declines.of(null, "X".repeat(500), null, null).gatewayReason()).hasSize(64);
  }

  @Test
  void every_row_of_the_tables_is_tried_above() {
    assertThat(Table.rows("declines.csv"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(reasons()).anyMatch(matching(row.getFirst())));
    assertThat(Table.rows("merchant-advice.csv"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(advice()).contains(row.get(0) + " " + row.get(1)));
    assertThat(Table.rows("visa-responses.csv"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(responses(row.get(1))).contains(row.get(0)));
  }

  private static Predicate<String> matching(String pattern) {
    return reason -> reason.matches(pattern.replace("*", ".+"));
  }

  private static List<String> reasons() {
    return cells("a_reason_has_a_code_and_a_category").map(cells -> cells.getFirst()).toList();
  }

  private static List<String> advice() {
    return cells("advice_of_the_network_weighs_in")
        .map(cells -> cells.get(0).toLowerCase(Locale.ROOT) + " " + Integer.parseInt(cells.get(1)))
        .toList();
  }

  private static List<String> responses(String category) {
    return List.of(
        method(
                category.equals("hard")
                    ? "a_raw_response_of_visas_first_category_is_hard"
                    : "a_raw_response_of_visas_third_category_needs_a_fix")
            .getAnnotation(ValueSource.class)
            .strings());
  }

  private static Stream<List<String>> cells(String test) {
    return Stream.of(method(test).getAnnotation(CsvSource.class).value())
        .map(row -> Stream.of(row.split(",", -1)).map(String::strip).toList());
  }

  private static Method method(String name) {
    return Stream.of(DeclinesTest.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
