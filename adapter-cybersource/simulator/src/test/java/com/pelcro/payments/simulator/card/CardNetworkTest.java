package com.pelcro.payments.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, VISA",
    "4622943127013705, VISA",
    "5555555555554444, MASTERCARD",
    "2222420000001113, MASTERCARD",
    "378282246310005, AMEX",
    "6011111111111117, DISCOVER",
    "3566111111111113, JCB",
    "30569309025904, DINERS",
    "50339619890917, MAESTRO",
    "586824160825533338, MAESTRO",
    "6759411100000008, MAESTRO_UK",
    "6759560045005727054, MAESTRO_UK",
    "6240008631401148, UNION_PAY",
    "4970110000001029, CARTES_BANCAIRES VISA",
    "5132850000000008, CARTES_BANCAIRES MASTERCARD",
    "5062280000000002, CARNET",
    "6362970000000003, ELO",
    "9682040000000002, MADA",
    "4464040000000007, MADA VISA",
    "5078030000000003, MEEZA",
    "5602210000000006, EFTPOS",
    "6046000000000003, JCREW"
  })
  void every_test_number_is_of_its_network(String digits, String networks) {
    var number = new CardNumber(digits);
    assertThat(number.isWellFormed()).isTrue();
    assertThat(CardNetwork.detect(number))
        .isEqualTo(Arrays.stream(networks.split(" ", -1)).map(CardNetwork::valueOf).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4111", "411111111111111a", "4111111111111112", "41111111111111111111"})
  void what_is_no_card_is_not_well_formed(String digits) {
    assertThat(new CardNumber(digits).isWellFormed()).isFalse();
  }

  @Test
  void a_number_prints_masked() {
    assertThat(CardNumber.typed("4111 1111-1111 1111")).hasToString("XXXXXXXXXXXX1111");
  }

  @Test
  void every_network_has_a_code_of_its_own() {
    assertThat(List.of(CardNetwork.values()).stream().map(CardNetwork::code))
        .doesNotHaveDuplicates();
  }
}
