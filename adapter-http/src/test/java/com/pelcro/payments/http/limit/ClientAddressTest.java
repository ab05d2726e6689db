package com.pelcro.payments.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final Set<String> PROXIES = Set.of("10.0.0.1", "10.0.0.2");

  private static String of(String peer, @Nullable String forwardedFor) {
    return ClientAddress.of(peer, forwardedFor, PROXIES);
  }

  @Test
  void it_is_that_of_who_is_connected() {
    assertThat(of("192.0.2.7", null)).isEqualTo("192.0.2.7");
  }

  @Test
  void what_a_stranger_says_of_himself_is_not_believed() {
    assertThat(of("192.0.2.7", "203.0.113.9")).isEqualTo("192.0.2.7");
  }

  @Test
  void our_proxies_say_for_whom_they_ask() {
    assertThat(of("10.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(of("10.0.0.1", "203.0.113.9, 10.0.0.2")).isEqualTo("203.0.113.9");
    assertThat(of("10.0.0.1", "forged, 203.0.113.9 ,10.0.0.2")).isEqualTo("203.0.113.9");
    assertThat(of("10.0.0.1", "10.0.0.2")).isEqualTo("10.0.0.1");
    assertThat(of("10.0.0.1", null)).isEqualTo("10.0.0.1");
  }

  @Test
  void all_addresses_of_one_network_of_the_sixth_version_are_one() {
    assertThat(of("2001:db8::1", null)).isEqualTo(of("2001:db8:0:0:ffff::2", null));
    assertThat(of("2001:db8::1", null)).isNotEqualTo(of("2001:db8:0:1::1", null));
  }
}
