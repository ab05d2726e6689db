package com.pelcro.payments.cybersource.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.cybersource.TestCards;
import com.pelcro.payments.cybersource.http.Exchange.NoReply;
import com.pelcro.payments.cybersource.http.Exchange.NotSent;
import com.pelcro.payments.cybersource.http.Exchange.Reply;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What can happen to a request between two machines, played on bare sockets.
class ExchangeTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Route ROUTE = Route.of("/pts/v2/payments");
  private static final Map<String, String> BODY = Map.of("name", "Zoë 東京");
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration HASTY = Duration.ofMillis(700);

  @AfterAll
  static void close() throws Exception {
    VERTX.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void a_whole_reply_is_a_reply_whatever_its_status() {
    for (var status : new int[] {200, 201, 400, 404, 429, 500, 502}) {
      try (var server = new ScriptedServer(ScriptedServer.replying(status, "{\"a\":\"ö\"}"))) {
        assertThat(post(server.url(), PATIENT)).isEqualTo(new Reply(status, "{\"a\":\"ö\"}"));
      }
    }
  }

  @Test
  void a_refused_connection_is_not_sent() {
    assertThat(post(URI.create("http://127.0.0.1:1"), PATIENT)).isInstanceOf(NotSent.class);
  }

  @Test
  void a_name_nobody_has_is_not_sent() {
    assertThat(post(URI.create("http://gateway.invalid"), HASTY)).isInstanceOf(NotSent.class);
  }

  @Test
  void after_the_end_nothing_is_sent() throws Exception {
    try (var server = new ScriptedServer(ScriptedServer.replying(201, "{}"))) {
      var vertx = Vertx.vertx();
      var client =
          new CyberSourceClient(
              vertx,
              new HttpSignature(),
              InstantSource.fixed(TestCards.NOW),
              _ -> server.url(),
              PATIENT,
              64);
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
      var talk = client.begin(TestCards.integration(), "test", "-");
      assertThat(talk.post(ROUTE, BODY)).isInstanceOf(NotSent.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_failed_handshake_is_not_sent() {
    try (var server = ScriptedServer.slamming()) {
      var secure = URI.create("https://127.0.0.1:" + server.url().getPort());
      assertThat(post(secure, PATIENT)).isInstanceOf(NotSent.class);
    }
  }

  @Test
  void a_certificate_nobody_vouches_for_is_not_spoken_to() {
    try (var simulator = Simulator.start(SimulatorOptions.ephemeral().withTls())) {
      var secure = URI.create("https://127.0.0.1:" + simulator.tlsPort().orElseThrow());
      assertThat(post(secure, PATIENT)).isInstanceOf(NotSent.class);
    }
  }

  @Test
  void a_connection_that_closes_after_the_request_is_no_reply() {
    assertNoReply((_, _) -> false);
  }

  @Test
  void a_connection_that_is_reset_is_no_reply() {
    assertNoReply(
        (_, socket) -> {
          socket.setSoLinger(true, 0);
          return false;
        });
  }

  @Test
  void half_a_head_is_no_reply() {
    assertNoReply(
        (_, socket) -> {
          ScriptedServer.send(socket, "HTTP/1.1 201 Created\r\nContent-Le");
          return false;
        });
  }

  @Test
  void half_a_body_is_no_reply() {
    assertNoReply(
        (_, socket) -> {
          var reply = ScriptedServer.reply(201, "{\"id\":\"71\",\"status\":\"AUTHORIZED\"}");
          ScriptedServer.send(socket, reply.substring(0, reply.length() - 3));
          return false;
        });
  }

  @Test
  void rubbish_is_no_reply() {
    assertNoReply(
        (_, socket) -> {
          ScriptedServer.send(socket, "SSH-2.0-OpenSSH_9.9\r\n\r\n");
          return false;
        });
  }

  @Test
  void an_endless_body_is_no_reply() {
    assertNoReply(
        (_, socket) -> {
          ScriptedServer.send(socket, "HTTP/1.1 201 Created\r\nContent-Length: 4000000\r\n\r\n");
          ScriptedServer.send(socket, "x".repeat(4_000_000));
          return true;
        });
  }

  @Test
  void silence_is_no_reply() {
    try (var server = new ScriptedServer((_, _) -> true)) {
      assertThat(post(server.url(), HASTY)).isInstanceOf(NoReply.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_caller_who_is_interrupted_gets_no_reply_and_stays_interrupted() {
    try (var server = new ScriptedServer((_, _) -> true)) {
      Thread.currentThread().interrupt();
      var exchange = post(server.url(), PATIENT);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(exchange).isInstanceOfAny(NotSent.class, NoReply.class);
    }
  }

  @Test
  void a_connection_the_server_gave_up_costs_no_second_sending() {
    try (var server =
        new ScriptedServer(
            (_, socket) -> {
              ScriptedServer.send(socket, ScriptedServer.reply(201, "{}"));
              return false;
            })) {
      var client = client(server.url(), PATIENT);
      var replies =
          IntStream.range(0, 20)
              .mapToObj(_ -> client.begin(TestCards.integration(), "test", "-").post(ROUTE, BODY))
              .toList();
      assertThat(replies).allMatch(one -> one instanceof Reply || one instanceof NoReply);
      assertThat(server.requests().size()).isLessThanOrEqualTo(replies.size());
    }
  }

  @Test
  void only_what_got_a_connection_can_have_been_sent() throws Exception {
    var asking = 400;
    try (var server = new ScriptedServer((_, _) -> true);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var client = client(server.url(), Duration.ofSeconds(2));
      var start = new CountDownLatch(1);
      var asked =
          IntStream.range(0, asking)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            start.await();
                            return client
                                .begin(TestCards.integration(), "test", "-")
                                .post(ROUTE, BODY);
                          }))
              .toList();
      start.countDown();
      var unheard = 0;
      for (var one : asked) {
        unheard += one.get(30, TimeUnit.SECONDS) instanceof NoReply ? 1 : 0;
      }
      assertThat(unheard).isPositive().isLessThan(asking);
      assertThat(server.requests().size()).isLessThanOrEqualTo(unheard);
    }
  }

  @Test
  void the_event_loop_is_never_blocked() {
    var talk = client(URI.create("http://127.0.0.1:1"), PATIENT);
    var asked =
        VERTX
            .getOrCreateContext()
            .executeBlocking(() -> "worker")
            .map(_ -> talk.begin(TestCards.integration(), "test", "-").post(ROUTE, BODY))
            .toCompletionStage()
            .toCompletableFuture();
    assertThatThrownBy(() -> asked.get(30, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  private static void assertNoReply(ScriptedServer.Script script) {
    try (var server = new ScriptedServer(script)) {
      assertThat(post(server.url(), PATIENT)).isInstanceOf(NoReply.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static Exchange post(URI url, Duration limit) {
    return client(url, limit).begin(TestCards.integration(), "test", "-").post(ROUTE, BODY);
  }

  private static CyberSourceClient client(URI url, Duration limit) {
    return new CyberSourceClient(
        VERTX, new HttpSignature(), InstantSource.fixed(TestCards.NOW), _ -> url, limit, 64);
  }
}
