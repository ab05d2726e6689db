package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.money.Money;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest
  @CsvSource({
    "0, EUR, 0.00",
    "1, EUR, 0.01",
    "1990, EUR, 19.90",
    "9999999999, EUR, 99999999.99",
    "1990, JPY, 1990",
    "1990, KWD, 1.990"
  })
  void an_amount_is_written_with_its_currencys_decimals_and_read_again(
      long units, String currency, String text) {
    var money = Money.of(units, currency);
    assertThat(Amounts.text(money)).isEqualTo(text);
    assertThat(Amounts.parse(text, money.currency())).contains(money);
  }

  @ParameterizedTest
  @CsvSource({"19.9, 1990", "19, 1900", "19.9000, 1990", "0, 0", "00019.90, 1990"})
  void other_ways_to_write_an_amount_are_read(String text, long units) {
    assertThat(Amounts.parse(text, EUR)).contains(Money.of(units, "EUR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1e3",
        "1,990",
        "19.",
        ".5",
        "0x10",
        "NaN",
        "19.905",
        "100000000.00",
        "99999999999999999999",
        "19.90 EUR",
        "١٩"
      })
  void anything_else_is_no_amount(String text) {
    assertThat(Amounts.parse(text, EUR)).isEmpty();
  }
}
