package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.site.CardNetwork;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

  @ParameterizedTest
  @CsvSource({
    "VISA, VISA, visa, 001",
    "MASTERCARD, MASTERCARD, mastercard, 002",
    "AMEX, AMEX, american express, 003",
    "DISCOVER, DISCOVER, discover, 004",
    "DINERS_CLUB, DINERSCLUB, diners club, 005",
    "JCB, JCB, jcb, 007",
    "MAESTRO, MAESTRO, maestro international, 024",
    "MAESTRO, MAESTRO, maestro international, 042",
    "UNION_PAY, CUP, china union pay, 062",
    "CARTE_BANCAIRE, CARTESBANCAIRES, cartes bancaires, 036",
    "CARNET, CARNET, carnet, 056",
    "CARNET, CARNET, carnet, 058",
    "ELO, ELO, elo, 054",
    "MADA, MADA, mada, 060",
    "MEEZA, MEEZA, meeza, 067",
    "EFTPOS, EFTPOS, eftpos, 070",
    "JCREW, JCREW, jcrew, 046"
  })
  void a_network_has_a_name_in_each_place(
      CardNetwork network, String capture, String vault, String code) {
    assertThat(Networks.of(network).captureName()).isEqualTo(capture);
    assertThat(Networks.of(network).vaultName()).isEqualTo(vault);
    assertThat(Networks.of(network).codes()).contains(code);
    assertThat(Networks.ofCode(code)).contains(network);
  }

  @Test
  void every_network_has_a_row_in_the_services_own_order() {
    assertThat(Stream.of(Networks.values()).map(Networks::network))
        .containsExactly(CardNetwork.values());
  }

  @Test
  void a_network_with_two_codes_has_no_single_one() {
    assertThat(Networks.of(CardNetwork.MAESTRO).code()).isEmpty();
    assertThat(Networks.of(CardNetwork.VISA).code()).contains("001");
  }

  @Test
  void an_unknown_code_is_no_network() {
    assertThat(Networks.ofCode("999")).isEmpty();
  }
}
