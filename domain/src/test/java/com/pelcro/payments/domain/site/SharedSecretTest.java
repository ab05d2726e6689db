package com.pelcro.payments.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedSecretTest {

  private static final String TEXT = "never to be seen";
  private final SharedSecret secret = new SharedSecret(TEXT);

  @Test
  void a_secret_shows_nothing_of_itself() {
    assertThat(secret).hasToString("***");
    assertThat(String.valueOf(secret)).doesNotContain(TEXT);
  }

  @Test
  void nothing_that_holds_a_secret_shows_it() {
    var credentials = new Credentials(Map.of("merchant_id", "acme"), Map.of("key", secret));
    assertThat(credentials.toString()).contains("acme").doesNotContain(TEXT);
    assertThat(TestIntegrations.sandbox(SiteId.next()).toString()).doesNotContain("c2VjcmV0");
  }

  @Test
  void secrets_with_the_same_text_are_equal() {
    assertThat(new SharedSecret(TEXT)).isEqualTo(secret).hasSameHashCodeAs(secret);
    assertThat(new SharedSecret(TEXT + "!")).isNotEqualTo(secret);
    assertThat((Object) secret).isNotEqualTo(TEXT);
    assertThat(secret.reveal()).isEqualTo(TEXT);
  }
}
