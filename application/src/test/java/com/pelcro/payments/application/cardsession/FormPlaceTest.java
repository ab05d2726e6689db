package com.pelcro.payments.application.cardsession;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Origin;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPlaceTest {

  private static final Origin SHOP = new Origin("https://daily.example");

  private static List<Origin> told(String publicUrl, Environment environment, List<Origin> own) {
    var asked = new CaptureRequest(CaptureMethod.MICROFORM, own, Set.of(CardNetwork.VISA));
    return FormPlace.at(URI.create(publicUrl)).in(environment, asked).origins();
  }

  @ParameterizedTest
  @CsvSource({
    "https://payments.example/, https://payments.example",
    "https://payments.example:8443/base/, https://payments.example:8443",
    "http://localhost:8080, http://localhost:8080"
  })
  void the_gateway_is_told_of_our_page_beside_the_sites_own(String publicUrl, String origin) {
    assertThat(told(publicUrl, Environment.SANDBOX, List.of(SHOP)))
        .containsExactly(SHOP, new Origin(origin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://payments.example", "http://127.0.0.1:8080"})
  void a_page_that_no_gateway_allows_is_not_told_of(String publicUrl) {
    assertThat(told(publicUrl, Environment.SANDBOX, List.of(SHOP))).containsExactly(SHOP);
  }

  @Test
  void a_local_page_is_for_the_sandbox_alone() {
    assertThat(told("http://localhost:8080", Environment.LIVE, List.of(SHOP)))
        .containsExactly(SHOP);
  }

  @Test
  void there_is_no_tenth_origin_and_none_comes_twice() {
    var nine =
        IntStream.range(0, 9).mapToObj(at -> new Origin("https://a" + at + ".example")).toList();

    assertThat(told("https://payments.example", Environment.LIVE, nine)).isEqualTo(nine);
    assertThat(told("https://daily.example", Environment.LIVE, List.of(SHOP)))
        .containsExactly(SHOP);
  }
}
