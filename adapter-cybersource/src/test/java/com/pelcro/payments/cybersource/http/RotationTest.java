package com.pelcro.payments.cybersource.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.TestCards;
import com.pelcro.payments.cybersource.http.Exchange.NoReply;
import com.pelcro.payments.cybersource.http.Exchange.Reply;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Credentials that were replaced not long ago: `key-1` is the present key, `key-0` the one before.
class RotationTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Route ROUTE = Route.of("/pts/v2/payments");
  private static final Map<String, String> BODY = Map.of("a", "b");

  @AfterAll
  static void close() throws Exception {
    VERTX.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void a_key_the_gateway_does_not_know_yet_is_followed_by_the_one_before() {
    try (var server = new ScriptedServer(knowing("key-0"))) {
      var talk = talk(server, TestCards.NOW.plusSeconds(1));
      assertThat(talk.post(ROUTE, BODY)).isEqualTo(new Reply(201, "{}"));
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(0)).contains("keyid=\"key-1\"");
      assertThat(server.requests().get(1)).contains("keyid=\"key-0\"");
      assertThat(talk.evidence().asked()).startsWith("[{").contains("},{");
      assertThat(talk.evidence().httpStatus()).isEqualTo(201);
    }
  }

  @Test
  void the_key_before_is_good_up_to_its_last_instant_and_no_longer() {
    try (var server = new ScriptedServer(knowing("key-0"))) {
      assertThat(talk(server, TestCards.NOW).post(ROUTE, BODY)).isEqualTo(new Reply(201, "{}"));
    }
    try (var server = new ScriptedServer(knowing("key-0"))) {
      assertThat(talk(server, TestCards.NOW.minusMillis(1)).post(ROUTE, BODY))
          .isEqualTo(new Reply(401, "{}"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_key_that_works_is_not_followed_by_another() {
    try (var server = new ScriptedServer(knowing("key-1"))) {
      assertThat(talk(server, TestCards.NOW.plusSeconds(1)).post(ROUTE, BODY))
          .isEqualTo(new Reply(201, "{}"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void two_rejected_keys_end_it() {
    try (var server = new ScriptedServer(knowing("none"))) {
      assertThat(talk(server, TestCards.NOW.plusSeconds(1)).post(ROUTE, BODY))
          .isEqualTo(new Reply(401, "{}"));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void a_lost_reply_is_never_followed_by_another_key() {
    try (var server = new ScriptedServer((_, _) -> false)) {
      assertThat(talk(server, TestCards.NOW.plusSeconds(1)).post(ROUTE, BODY))
          .isInstanceOf(NoReply.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_check_tries_the_present_key_alone() {
    try (var server = new ScriptedServer(knowing("key-0"))) {
      var integration = TestCards.rotated(TestCards.NOW.plusSeconds(1));
      assertThat(client(server).beginStrictly(integration, "check").post(ROUTE, BODY))
          .isEqualTo(new Reply(401, "{}"));
    }
  }

  private static ScriptedServer.Script knowing(String key) {
    return (request, socket) -> {
      var status = request.contains("keyid=\"" + key + "\"") ? 201 : 401;
      ScriptedServer.send(socket, ScriptedServer.reply(status, "{}"));
      return true;
    };
  }

  private static Conversation talk(ScriptedServer server, Instant until) {
    return client(server).begin(TestCards.rotated(until), "test", "-");
  }

  private static CyberSourceClient client(ScriptedServer server) {
    return new CyberSourceClient(
        VERTX,
        new HttpSignature(),
        InstantSource.fixed(TestCards.NOW),
        _ -> server.url(),
        Duration.ofSeconds(20),
        64);
  }
}
