package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.Annulment.Annulled;
import com.pelcro.payments.domain.gateway.Annulment.NothingThere;
import com.pelcro.payments.domain.gateway.Annulment.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnulmentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"VOIDED", "REVERSED"})
  void what_is_said_to_be_undone_is_undone(String status) {
    assertThat(Annulments.read(201, "{\"id\":\"9\",\"status\":\"" + status + "\"}"))
        .isInstanceOfSatisfying(
            Annulled.class,
            annulled -> assertThat(annulled.reference().transactionId()).isEqualTo("9"));
  }

  @Test
  void a_hold_reversed_before_is_undone_as_well() {
    assertThat(Annulments.read(400, wrong("AUTH_ALREADY_REVERSED"))).isInstanceOf(Annulled.class);
  }

  @Test
  void invalid_data_is_how_the_gateway_says_that_nothing_is_there() {
    assertThat(Annulments.read(400, wrong("INVALID_DATA"))).isInstanceOf(NothingThere.class);
  }

  @Test
  void everything_else_proves_nothing() {
    assertThat(Annulments.read(201, "{\"id\":\"9\",\"status\":\"FAILED\"}"))
        .isInstanceOf(Unknown.class);
    assertThat(Annulments.read(201, "{\"status\":\"VOIDED\"}")).isInstanceOf(Unknown.class);
    assertThat(Annulments.read(201, "{\"id\":\"9\",\"status\":\"VOI")).isInstanceOf(Unknown.class);
    assertThat(Annulments.read(400, wrong("NOT_VOIDABLE"))).isInstanceOf(Unknown.class);
    assertThat(Annulments.read(400, wrong("DUPLICATE_REQUEST"))).isInstanceOf(Unknown.class);
    assertThat(Annulments.read(400, "{\"reason\":\"INVALID_DATA\"}")).isInstanceOf(Unknown.class);
    assertThat(Annulments.read(401, wrong("INVALID_DATA"))).isInstanceOf(Unknown.class);
    assertThat(Annulments.read(404, "{}")).isInstanceOf(Unknown.class);
    assertThat(Annulments.read(502, "<html></html>")).isInstanceOf(Unknown.class);
  }

  private static String wrong(String reason) {
    return "{\"id\":\"9\",\"status\":\"INVALID_REQUEST\",\"reason\":\"" + reason + "\"}";
  }
}
