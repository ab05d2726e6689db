package com.pelcro.payments.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyTest {

  private static final Money MOST = Money.of(9_999_999_999L, "EUR");
  private static final Money CENT = Money.of(1, "EUR");

  @Test
  void the_limits_belong_to_it_and_what_lies_beyond_does_not() {
    assertThat(Money.of(0, "EUR").isZero()).isTrue();
    assertThat(MOST.isZero()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(-1, "EUR"));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(10_000_000_000L, "EUR"));
    assertThatIllegalArgumentException().isThrownBy(() -> MOST.plus(CENT));
    assertThatIllegalArgumentException().isThrownBy(() -> CENT.minus(Money.of(2, "EUR")));
  }

  @Test
  void currencies_do_not_mix() {
    var dollar = Money.of(1, "USD");
    assertThatIllegalArgumentException().isThrownBy(() -> CENT.plus(dollar));
    assertThatIllegalArgumentException().isThrownBy(() -> CENT.minus(dollar));
    assertThatIllegalArgumentException().isThrownBy(() -> CENT.covers(dollar));
    assertThat(CENT).isNotEqualTo(dollar);
  }

  @Test
  void an_amount_covers_itself_and_less() {
    assertThat(CENT.covers(CENT)).isTrue();
    assertThat(CENT.covers(Money.of(0, "EUR"))).isTrue();
    assertThat(CENT.covers(Money.of(2, "EUR"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, EUR, EUR 0.00",
    "5, EUR, EUR 0.05",
    "1990, EUR, EUR 19.90",
    "9999999999, USD, USD 99999999.99",
    "1990, JPY, JPY 1990",
    "1990, KWD, KWD 1.990"
  })
  void people_read_it_with_the_currencys_own_digits(long minor, String currency, String text) {
    assertThat(Money.of(minor, currency)).hasToString(text);
  }
}
