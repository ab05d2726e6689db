package com.pelcro.payments.cybersource.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.SharedSecret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantKeysTest {

  private static final String SECRET = "KPDkbf7Y6/r6OBdjE9WvxdCgGljs53v9sQnvHqX2R0o=";

  @Test
  void keys_are_read_and_do_not_show_their_secret() {
    var keys = MerchantKeys.read(credentials("acme_test", "5f2d-1", SECRET));
    assertThat(keys).isPresent();
    assertThat(keys.get().merchantId()).isEqualTo("acme_test");
    assertThat(keys.toString()).doesNotContain("KPDk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"YQ==", "YWI=", "YWJj", "YWJjZA=="})
  void a_secret_of_any_length_of_base64_will_do(String secret) {
    assertThat(MerchantKeys.read(credentials("acme", "k", secret))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "=", "====", "YQ=", "YQ", "Y Q==", "YWJj\n", "not base64!", "YQ==YQ=="})
  void anything_else_is_no_secret(String secret) {
    assertThat(MerchantKeys.read(credentials("acme", "k", secret))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', k", "a b, k", "ä, k", "acme, ''", "acme, k_1", "'acme\r\nX: y', k"})
  void ids_that_could_not_be_sent_are_not_read(String merchant, String key) {
    assertThat(MerchantKeys.read(credentials(merchant, key, SECRET))).isEmpty();
  }

  @Test
  void missing_settings_are_no_keys() {
    assertThat(MerchantKeys.read(new Credentials(Map.of(), Map.of()))).isEmpty();
  }

  private static Credentials credentials(String merchant, String key, String secret) {
    return new Credentials(
        Map.of("merchant_id", merchant, "key_id", key),
        Map.of("secret_key", new SharedSecret(secret)));
  }
}
