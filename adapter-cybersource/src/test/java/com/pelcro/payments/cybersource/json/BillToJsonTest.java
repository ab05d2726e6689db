package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.paymentmethod.Address;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillToJsonTest {

  @ParameterizedTest
  @CsvSource({
    "Ana Kovac, Ana, Kovac",
    "Ana Maria Kovac, Ana Maria, Kovac",
    "'  Ana   Kovac  ', Ana, Kovac",
    "Pelé, Pelé, Pelé"
  })
  void a_name_is_split_before_its_last_word(String name, String first, String last) {
    var read = BillToJson.of(billing(name, null, null, "HR"));
    assertThat(read.firstName()).isEqualTo(first);
    assertThat(read.lastName()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"on, CA, ON", "ny, US, NY", "Île-de-France, FR, Île-de-France", ", FR,", "'', US,"})
  void states_are_codes_in_two_countries(
      @Nullable String state, String country, @Nullable String area) {
    assertThat(BillToJson.of(billing("Ana Kovac", state, null, country)).administrativeArea())
        .isEqualTo(area);
  }

  @ParameterizedTest
  @CsvSource({
    "+385 1 234-5678, +38512345678",
    "(416) 555 0100, 4165550100",
    "+385 1 234 5678 9012 345,",
    "call me,"
  })
  void a_phone_number_is_digits_or_left_out(String phone, @Nullable String sent) {
    assertThat(BillToJson.of(billing("Ana Kovac", null, phone, "HR")).phoneNumber())
        .isEqualTo(sent);
  }

  @Test
  void long_text_is_cut_to_the_gateways_limits_and_never_through_a_character() {
    var address =
        new Address("😀".repeat(40), "b".repeat(99), "c".repeat(99), null, "d".repeat(99), "hr");
    var read =
        BillToJson.of(
            new BillingDetails(
                "e".repeat(99) + " x", "f".repeat(250) + "@g.example", null, address));
    assertThat(read.address1()).isEqualTo("😀".repeat(30));
    assertThat(read.address2()).hasSize(60);
    assertThat(read.locality()).hasSize(50);
    assertThat(read.postalCode()).hasSize(10);
    assertThat(read.firstName()).hasSize(60);
    assertThat(read.country()).isEqualTo("HR");
    assertThat(read.email()).isNull();
  }

  private static BillingDetails billing(
      String name, @Nullable String state, @Nullable String phone, String country) {
    var address = new Address("Ilica 10", null, "Zagreb", state, "10000", country);
    return new BillingDetails(name, "ana@example.com", phone, address);
  }
}
