package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestClockPageTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Visitor visitor = Visitor.holding(service, shop.key());
  private final String clock = "/dashboard/sites/" + shop.site() + "/test-clock";

  @AfterEach
  void stop() {
    service.close();
  }

  private Visitor.Seen advance(String day) {
    return visitor.fill(clock, clock, Map.of("advance_to", day));
  }

  @Test
  void it_is_sent_ahead_and_tells_how_far_it_came() {
    assertThat(visitor.get(clock).text()).contains("Ready", ">Test clock</a>");

    var sent = advance("2099-01-01");

    assertThat(sent.location()).startsWith(clock + "?done=advancing&from=");
    assertThat(visitor.get(sent.location()).text())
        .contains("Advancing", "1 Jan 2099", "<progress max=\"100\" value=\"0\"", "every 2s");
    assertThat(visitor.get(clock + "?live=yes").text())
        .startsWith("<div id=\"clock\"")
        .doesNotContain("<html");
    assertThat(shop.client().get(shop.path("/test-clock")).at("/status")).isEqualTo("advancing");
  }

  @Test
  void it_never_goes_back_and_says_so() {
    var refused = advance("2000-01-01");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("never goes backwards");
    assertThat(advance("soon").text()).contains("Write the day like 2027-03-02");
  }

  @Test
  void a_site_returns_to_real_time() {
    var _ = advance("2099-01-01");

    var back = visitor.fill(clock, clock + "/remove", Map.of());

    assertThat(back.location()).isEqualTo(clock + "?done=realtime");
    assertThat(visitor.get(clock).text()).contains("Ready");
  }
}
