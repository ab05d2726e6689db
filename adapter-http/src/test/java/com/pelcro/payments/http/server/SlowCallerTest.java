package com.pelcro.payments.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.limit.HttpLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Who sends a byte now and then is not waited for, and others are served meanwhile.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(25)
class SlowCallerTest {

  private static final int PATIENCE = 30_000;

  /// Answers that are more than a socket takes unread.
  private static final int MANY = 300;

  private static final int SMALL = 4096;

  private final Service service =
      Service.with(
          new HttpLimits(
              5_000, 5_000, 100, Duration.ofSeconds(1), Duration.ofSeconds(2), Set.of()));

  @AfterAll
  void stop() {
    service.close();
  }

  /// Sends a beginning, then trickles what never ends, until the other side closes; what it said.
  private String trickle(String beginning, String more) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      var over = new AtomicBoolean();
      var writer = Thread.ofVirtual().start(() -> trickle(socket, more, over));
      var said = read(socket);
      over.set(true);
      writer.join();
      return said;
    }
  }

  private static void trickle(Socket socket, String more, AtomicBoolean over) {
    try {
      while (!over.get() && !Thread.currentThread().isInterrupted()) {
        socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    } catch (IOException _) {
      // Closed by the other side, as it should be.
    }
  }

  private static String read(Socket socket) throws IOException {
    var said = new StringBuilder();
    try {
      for (var one = socket.getInputStream().read();
          one >= 0;
          one = socket.getInputStream().read()) {
        said.append((char) one);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection was not closed; it said " + said, e);
    } catch (IOException _) {
      // Reset: closed as well.
    }
    return said.toString();
  }

  @Test
  void a_body_that_trickles_is_cut_after_its_time() throws Exception {
    var said =
        trickle(
            """
            POST /v1/sites HTTP/1.1\r
            Host: here\r
            Content-Type: application/json\r
            Content-Length: 60000\r
            \r
            {"name": "\
            """,
            "x");

    assertThat(said)
        .startsWith("HTTP/1.1 408")
        .contains("\"code\":\"request_timeout\"")
        .containsIgnoringCase("connection: close");
    assertThat(service.operator().get("/v1/sites").json().path("data")).isEmpty();
  }

  @Test
  void a_head_that_trickles_is_cut_after_its_time() throws Exception {
    assertThat(trickle("GET /v1/sites HTTP/1.1\r\nHost: here\r\n", "X: y\r\n")).isEmpty();
  }

  @Test
  void a_connection_that_says_nothing_is_closed() throws Exception {
    assertThat(trickle("", "")).isEmpty();
  }

  @Test
  void who_does_not_read_is_answered_no_more_and_cut_off() throws Exception {
    var ask = "GET /openapi.yaml HTTP/1.1\r\nHost: here\r\n\r\n".repeat(MANY);
    var change =
        """
        POST /v1/sites HTTP/1.1\r
        Host: here\r
        Authorization: Bearer %s\r
        Idempotency-Key: behind\r
        Content-Type: application/json\r
        Content-Length: 51\r
        \r
        {"name": "Behind", "url": "https://behind.example"}\
        """
            .formatted(Service.OPERATOR_KEY);
    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(SMALL);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
      socket.getOutputStream().write((ask + change).getBytes(StandardCharsets.US_ASCII));

      trickle(socket, "x", new AtomicBoolean());
    }
    assertThat(service.operator().get("/v1/sites").json().path("data")).isEmpty();
  }

  @Test
  void others_are_served_meanwhile() throws Exception {
    try (var slow = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      slow.getOutputStream()
          .write("POST /v1/sites HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(service.operator().get("/v1/sites").status()).isEqualTo(200);
    }
  }
}
