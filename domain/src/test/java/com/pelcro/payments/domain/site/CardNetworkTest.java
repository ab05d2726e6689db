package com.pelcro.payments.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardNetworkTest {

  @Test
  void fifteen_networks_are_shown_by_the_names_their_cards_bear() {
    assertThat(Arrays.stream(CardNetwork.values()).map(CardNetwork::displayName))
        .containsExactly(
            "Visa",
            "Mastercard",
            "American Express",
            "Discover",
            "JCB",
            "Diners Club",
            "Maestro",
            "UnionPay (CUP)",
            "Carte Bancaire",
            "Carnet",
            "Elo",
            "Mada",
            "Meeza",
            "EFTPOS",
            "J.Crew");
  }

  @ParameterizedTest
  @EnumSource
  void a_network_is_found_by_its_code(CardNetwork network) {
    assertThat(CardNetwork.of(network.code())).contains(network);
  }

  @Test
  void a_code_of_no_network_finds_none() {
    assertThat(CardNetwork.of("solo")).isEmpty();
  }
}
