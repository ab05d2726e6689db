package com.pelcro.payments.simulator.microform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A Chromium without a window, driven over its debugging port.
final class Browser implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final String session;

  static boolean isInstalled() {
    return program().findFirst().isPresent();
  }

  private static Stream<String> program() {
    return PLACES.stream().filter(place -> Files.isExecutable(Path.of(place)));
  }

  Browser(Path profile) throws IOException {
    process =
        new ProcessBuilder(
                program().findFirst().orElseThrow(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Listener())
            .join();
    var target = call("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId");
    var attach = Map.<String, Object>of("targetId", target.asText(), "flatten", true);
    session = call("", "Target.attachToTarget", attach).path("sessionId").asText();
  }

  private String address() throws IOException {
    var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("DevTools listening on ")) {
        return line.substring("DevTools listening on ".length());
      }
    }
    throw new IOException("the browser did not start");
  }

  void open(String url) {
    call(session, "Page.navigate", Map.of("url", url));
  }

  /// The value of an expression in the page; a promise is waited for.
  JsonNode evaluate(String expression) {
    var arguments =
        Map.<String, Object>of(
            "expression", expression, "awaitPromise", true, "returnByValue", true);
    return call(session, "Runtime.evaluate", arguments).at("/result/value");
  }

  /// Clicks into the middle of an element.
  void click(String selector) {
    var box =
        evaluate(
            "JSON.stringify(document.querySelector('" + selector + "').getBoundingClientRect())");
    var place = read(box.asText());
    var x = place.path("x").asDouble() + place.path("width").asDouble() / 2;
    var y = place.path("y").asDouble() + place.path("height").asDouble() / 2;
    for (var kind : List.of("mousePressed", "mouseReleased")) {
      Map<String, Object> click =
          Map.of("type", kind, "x", x, "y", y, "button", "left", "clickCount", 1);
      call(session, "Input.dispatchMouseEvent", click);
    }
  }

  /// Types into whatever has the focus.
  void type(String text) {
    for (var letter : text.chars().mapToObj(Character::toString).toList()) {
      call(
          session,
          "Input.dispatchKeyEvent",
          Map.of("type", "keyDown", "text", letter, "key", letter));
      call(session, "Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", letter));
    }
  }

  private JsonNode call(String inSession, String method, Map<String, Object> arguments) {
    var id = last.incrementAndGet();
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    message.set("params", MAPPER.valueToTree(arguments));
    if (!inSession.isEmpty()) {
      message.put("sessionId", inSession);
    }
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(30, TimeUnit.SECONDS).join().path("result");
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        var message = read(text.toString());
        text.setLength(0);
        var answer = waiting.remove(message.path("id").asInt());
        if (answer != null) {
          answer.complete(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
