package com.pelcro.payments.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.SampleCard;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  @ParameterizedTest
  @EnumSource(SampleCard.class)
  void every_sample_card_is_found(SampleCard card) {
    assertThat(CardNumbers.isIn(card.number())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111\u00a01111\u20111111\u20131111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "4111\t1111\n1111 1111",
        "4111\u200b111111111111",
        "\uff14\uff11\uff11\uff11111111111111",
        "card 4111111111111111, exp 12/34",
        "INV4111111111111111",
        "4111111111111111 12 34",
        "12 4111111111111111",
        "4111 1111 1111 1111 - 123",
        "a 5555555555554444 b",
        "2223003122003222",
        "2720992593319364",
        "6011000990139424",
        "6200000000000005",
        "3530111333300000",
        "30569309025904",
        "36148900647913",
        "4222222222222",
        "4000000000000000006"
      })
  void a_card_number_is_found_however_it_is_written(String text) {
    assertThat(CardNumbers.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4111111111111112",
        "411111111111",
        "41111111111111111111",
        "4111/1111/1111/1111",
        "4111.1111.1111.1111",
        "0000000000000000",
        "1234567812345670",
        "9999999999999995",
        "2221000000000000",
        "2026-03-02T08:00:00.000Z",
        "+44 20 7946 0000",
        "INV-7"
      })
  void what_fails_a_rule_is_no_card_number(String text) {
    assertThat(CardNumbers.isIn(text)).isFalse();
  }

  @Test
  void the_shortest_and_longest_count_and_one_digit_beyond_does_not() {
    assertThat(CardNumbers.isIn(luhn("4", 12))).isFalse();
    assertThat(CardNumbers.isIn(luhn("4", 13))).isTrue();
    assertThat(CardNumbers.isIn(luhn("4", 19))).isTrue();
    assertThat(CardNumbers.isIn(luhn("4", 20))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4", "50", "51", "55", "58", "2221", "2720", "34", "37", "6", "3528", "3589", "36"
      })
  void a_number_that_begins_like_a_network_is_found(String prefix) {
    assertThat(CardNumbers.isIn(luhn(prefix, 16))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "7", "59", "2220", "2721", "31", "3527", "3590", "9"})
  void a_number_just_beside_a_network_is_not(String prefix) {
    assertThat(CardNumbers.isIn(luhn(prefix, 16))).isFalse();
  }

  @Test
  void our_ids_uuids_and_hashes_are_no_card_numbers_whatever_their_digits() {
    var random = new Random(7);
    for (int at = 0; at < 100_000; at++) {
      var high = (random.nextLong() & ~0xf000L) | 0x4000L;
      var low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
      var uuid = new UUID(high, low);
      assertThat(CardNumbers.isIn("order-" + uuid)).as("%s", uuid).isFalse();
      assertThat(CardNumbers.isIn("a" + uuid.toString().replace("-", ""))).as("%s", uuid).isFalse();
    }
    assertThat(CardNumbers.isIn(ChargeId.next().value())).isFalse();
    assertThat(CardNumbers.isIn("ch_01411111111111111111111111")).isFalse();
  }

  private static String luhn(String prefix, int length) {
    var head = new StringBuilder(prefix);
    while (head.length() < length - 1) {
      head.append('0');
    }
    for (int check = 0; check < 10; check++) {
      if (sum(head.toString() + check) % 10 == 0) {
        return head.toString() + check;
      }
    }
    throw new AssertionError(prefix);
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      int digit = digits.charAt(digits.length() - 1 - at) - '0';
      int doubled = digit * 2;
      sum += at % 2 == 0 ? digit : doubled / 10 + doubled % 10;
    }
    return sum;
  }
}
