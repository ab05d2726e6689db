package com.pelcro.payments.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.pelcro.payments.domain.gateway.SampleCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// A card number that comes in goes nowhere: not into a table, not into an answer, not into a log.
class CardDataTest {

  private static final String NUMBER = SampleCard.VISA.number();
  private static final String SPACED = "4111 1111-1111 1111";

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @BeforeEach
  void listen() {
    lines.start();
    root.setLevel(Level.DEBUG);
    root.addAppender(lines);
  }

  @AfterEach
  void stop() {
    root.detachAppender(lines);
    root.setLevel(Level.INFO);
    service.close();
  }

  private void refusedAndForgotten(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("card_data_not_accepted");
    assertThat(answer.response().headers().map().toString() + answer.text())
        .doesNotContain(NUMBER)
        .doesNotContain(SPACED);
  }

  private void nothingLogged() {
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage, ILoggingEvent::getKeyValuePairs)
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line.toString()).doesNotContain(NUMBER).doesNotContain(SPACED));
  }

  @Test
  void a_card_number_in_a_body_is_refused_before_anything_else_is_said_of_it() {
    var customers = shop.path("/customers");
    for (var value :
        new String[] {
          "\"" + NUMBER + "\"", NUMBER, "\"" + SPACED + "\"", "{\"a\": [" + NUMBER + "]}"
        }) {
      refusedAndForgotten(shop.client().post(customers, "{\"name\": " + value + "}"));
      refusedAndForgotten(shop.client().post(customers, "{\"metadata\": {\"a\": " + value + "}}"));
      refusedAndForgotten(shop.client().post(customers, "{\"unheard_of\": " + value + "}"));
    }
    refusedAndForgotten(shop.client().post(customers, "{\"" + NUMBER + "\": 1}"));
    assertThat(shop.client().get(customers).json().get("data")).hasSize(1);
    nothingLogged();
  }

  @Test
  void a_card_number_in_a_query_a_path_or_a_key_is_refused_and_not_logged() {
    refusedAndForgotten(shop.client().get(shop.path("/customers?email=") + NUMBER));
    refusedAndForgotten(shop.client().get(shop.path("/customers/") + NUMBER));
    refusedAndForgotten(shop.client().key(NUMBER).post(shop.path("/customers"), "{}"));
    nothingLogged();
  }

  @Test
  void a_garbled_body_is_not_logged() {
    var answer = shop.client().post(shop.path("/customers"), "{\"name\": " + NUMBER);

    assertThat(answer.code()).isEqualTo("invalid_json");
    assertThat(answer.text()).doesNotContain(NUMBER);
    nothingLogged();
  }

  @Test
  void a_stranger_learns_nothing_and_leaves_nothing() {
    var answer = service.anyone().post(shop.path("/customers"), "{\"name\": \"" + NUMBER + "\"}");

    assertThat(answer.status()).isEqualTo(401);
    nothingLogged();
  }

  @Test
  void a_token_is_for_the_gateway_to_read() {
    var session = shop.session();
    var body =
        "{\"card_session\": \"%s\", \"transient_token\": \"eyJ.%s.x\", \"billing_details\": %s}"
            .formatted(session, NUMBER, Shop.BILLING);

    assertThat(shop.client().post(shop.methodsPath(), body).code()).isEqualTo("token_invalid");
    nothingLogged();
  }

  @Test
  void a_request_is_one_line_without_its_key_its_query_or_its_secrets() {
    lines.list.clear();

    shop.client().with("Request-Id", "r-1").get(shop.path("/customers?email=ada@daily.example"));
    shop.client().put(shop.path("/integrations/memory"), Shop.INTEGRATION);

    var ours =
        lines.list.stream().filter(line -> line.getLoggerName().endsWith("requests")).toList();
    assertThat(ours).hasSize(2);
    assertThat(ours.getFirst().getKeyValuePairs().toString())
        .contains("method=\"GET\"")
        .contains("route=\"/v1/sites/{site}/customers\"")
        .contains("status=\"200\"")
        .contains("duration_ms=")
        .contains("request_id=\"r-1\"")
        .contains("caller=\"site\"")
        .contains(shop.site());
    assertThat(lines.list)
        .extracting(line -> line.getFormattedMessage() + line.getKeyValuePairs())
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain(shop.key())
                    .doesNotContain("ada@daily.example")
                    .doesNotContain("c2VjcmV0IQ=="));
  }
}
