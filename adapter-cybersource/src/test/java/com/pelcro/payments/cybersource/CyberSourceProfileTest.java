package com.pelcro.payments.cybersource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.pelcro.payments.domain.gateway.Flow;
import com.pelcro.payments.domain.gateway.GatewayProfile.Setting;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CyberSourceProfileTest {

  @Test
  void the_profile_says_what_the_settings_form_shows() {
    var profile = CyberSourceProfile.profile();
    assertThat(profile.id().value()).isEqualTo("cybersource");
    assertThat(profile.name()).isEqualTo("CyberSource");
    assertThat(profile.environments()).containsExactly(Environment.SANDBOX, Environment.LIVE);
    assertThat(profile.settings())
        .extracting(Setting::name, Setting::label, Setting::help, Setting::secret)
        .containsExactly(
            tuple("merchant_id", "Merchant ID", "Your CyberSource Merchant ID", false),
            tuple("key_id", "Key ID", "The Key ID used for request signing", false),
            tuple(
                "secret_key",
                "Secret Key",
                "The shared secret used for HMAC-SHA256 authentication",
                true));
    assertThat(profile.settings()).allMatch(Setting::required);
  }

  @Test
  void the_profile_bounds_currencies_networks_and_flows() {
    var profile = CyberSourceProfile.profile();
    assertThat(profile.currencies())
        .extracting(Currency::getCurrencyCode)
        .containsExactly("USD", "CAD", "EUR");
    assertThat(profile.networks()).containsExactly(CardNetwork.values());
    assertThat(profile.flows())
        .containsExactlyInAnyOrder(
            Flow.SUBSCRIPTION_CREATION,
            Flow.SUBSCRIPTION_RENEWAL,
            Flow.ONE_TIME_CHARGE,
            Flow.REFUND,
            Flow.SAVED_PAYMENT_METHODS);
  }

  @Test
  void settings_lead_to_the_gateways_two_hosts() {
    var settings =
        new CyberSourceSettings(
            CyberSourceSettings.SANDBOX, CyberSourceSettings.LIVE, Duration.ofSeconds(30));
    assertThat(settings.url(Environment.SANDBOX)).hasHost("apitest.cybersource.com");
    assertThat(settings.url(Environment.LIVE)).hasHost("api.cybersource.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example",
        "https:///x",
        "https://a.example/api",
        "https://a.example?x=1",
        "nowhere"
      })
  void a_url_that_is_more_or_less_than_a_host_is_refused(String url) {
    var live = CyberSourceSettings.LIVE;
    assertThatThrownBy(() -> new CyberSourceSettings(URI.create(url), live, Duration.ofSeconds(30)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_time_is_no_limit() {
    var live = CyberSourceSettings.LIVE;
    assertThatThrownBy(() -> new CyberSourceSettings(live, live, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
