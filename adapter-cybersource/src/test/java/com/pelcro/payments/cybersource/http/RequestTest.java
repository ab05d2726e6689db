package com.pelcro.payments.cybersource.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.TestCards;
import com.pelcro.payments.cybersource.http.Exchange.NotSent;
import com.pelcro.payments.cybersource.http.Exchange.Reply;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What goes over the wire.
class RequestTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Route ROUTE = Route.of("/pts/v2/payments");
  private static final Map<String, String> BODY = Map.of("name", "Zoë 東京");
  private static final Duration PATIENT = Duration.ofSeconds(20);

  @AfterAll
  static void close() throws Exception {
    VERTX.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void what_is_sent_is_what_is_signed() {
    try (var server = new ScriptedServer(ScriptedServer.replying(201, "{}"))) {
      var _ = post(server.url(), PATIENT);
      var parts = server.requests().getFirst().split("\r\n\r\n", 2);
      var head = parts[0].lines().toList();
      var host = "127.0.0.1:" + server.url().getPort();
      assertThat(head.getFirst()).isEqualTo("POST /pts/v2/payments HTTP/1.1");
      assertThat(values(head, "host")).containsExactly(host);
      assertThat(values(head, "digest")).containsExactly(HttpSignature.digest(parts[1]));
      assertThat(parts[1]).isEqualTo("{\"name\":\"Zoë 東京\"}");
      var date = values(head, "date").getFirst();
      var unsigned = new RequestSigner.Unsigned("POST", host, "/pts/v2/payments", date, parts[1]);
      var keys = MerchantKeys.read(TestCards.integration().credentials()).orElseThrow();
      assertThat(values(head, "signature"))
          .containsExactly(new HttpSignature().sign(unsigned, keys).get("Signature"));
    }
  }

  @Test
  void a_get_has_neither_body_nor_digest() {
    try (var server = new ScriptedServer(ScriptedServer.replying(200, "{}"))) {
      var talk = client(server.url(), PATIENT).begin(TestCards.integration(), "test", "-");
      assertThat(talk.get(Route.of("/tss/v2/transactions/{id}", "7 1/2")))
          .isInstanceOf(Reply.class);
      var request = server.requests().getFirst();
      assertThat(request).startsWith("GET /tss/v2/transactions/7%201%2F2 HTTP/1.1\r\n");
      assertThat(values(request.lines().toList(), "digest")).isEmpty();
    }
  }

  @Test
  void settings_that_cannot_be_used_are_not_sent() {
    var talk =
        client(URI.create("http://127.0.0.1:1"), PATIENT).begin(TestCards.broken(), "test", "-");
    assertThat(talk.isPossible()).isFalse();
    assertThat(talk.post(ROUTE, BODY)).isInstanceOf(NotSent.class);
  }

  private static List<String> values(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .map(line -> line.substring(name.length() + 2))
        .toList();
  }

  private static Exchange post(URI url, Duration limit) {
    return client(url, limit).begin(TestCards.integration(), "test", "-").post(ROUTE, BODY);
  }

  private static CyberSourceClient client(URI url, Duration limit) {
    return new CyberSourceClient(
        VERTX, new HttpSignature(), InstantSource.fixed(TestCards.NOW), _ -> url, limit, 64);
  }
}
