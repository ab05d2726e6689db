package com.pelcro.payments.simulator.browser;

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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A Chromium without a window, driven over its debugging port.
public final class Browser implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final String session;

  /// Whether there is one on this machine.
  public static boolean isInstalled() {
    return program().findFirst().isPresent();
  }

  private static Stream<String> program() {
    return PLACES.stream().filter(place -> Files.isExecutable(Path.of(place)));
  }

  /// Starts one that keeps its files in this folder.
  public Browser(Path profile) throws IOException {
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

  /// Goes to a page.
  public void open(String url) {
    call(session, "Page.navigate", Map.of("url", url));
  }

  /// The value of an expression in the page; a promise is waited for.
  public JsonNode evaluate(String expression) {
    return evaluate(expression, Map.of());
  }

  private JsonNode evaluate(String expression, Map<String, Object> where) {
    var arguments = new HashMap<String, Object>(where);
    arguments.put("expression", expression);
    arguments.put("awaitPromise", true);
    arguments.put("returnByValue", true);
    return call(session, "Runtime.evaluate", arguments).at("/result/value");
  }

  /// The value of an expression about the document of a frame of the page, of the same site but any
  /// origin, whose address begins like this; its scripts are not seen. Empty while there is none.
  public Optional<JsonNode> evaluateIn(String address, String expression) {
    var frames = call(session, "Page.getFrameTree", Map.of()).at("/frameTree/childFrames");
    return StreamSupport.stream(frames.spliterator(), false)
        .map(child -> child.path("frame"))
        .filter(frame -> frame.path("url").asText().startsWith(address))
        .findFirst()
        .map(
            frame -> call(session, "Page.createIsolatedWorld", Map.of("frameId", frame.path("id"))))
        .map(world -> world.path("executionContextId"))
        .filter(JsonNode::isInt)
        .map(world -> evaluate(expression, Map.of("contextId", world.asInt())));
  }

  /// Clicks into the middle of an element.
  public void click(String selector) {
    var box = evaluate("JSON.stringify(" + middle(selector) + ")");
    var place = read(box.asText());
    click(place.path("x").asDouble(), place.path("y").asDouble());
  }

  /// The expression for where the middle of an element is.
  public static String middle(String selector) {
    return "(box => ({x: box.x + box.width / 2, y: box.y + box.height / 2}))"
        + "(document.querySelector('%s').getBoundingClientRect())".formatted(selector);
  }

  /// Clicks at a place of the page.
  public void click(double x, double y) {
    for (var kind : List.of("mousePressed", "mouseReleased")) {
      Map<String, Object> click =
          Map.of("type", kind, "x", x, "y", y, "button", "left", "clickCount", 1);
      call(session, "Input.dispatchMouseEvent", click);
    }
  }

  /// Gives the page this size.
  public void resize(int width, int height) {
    var size =
        Map.<String, Object>of(
            "width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    call(session, "Emulation.setDeviceMetricsOverride", size);
  }

  /// Shows pages as in the dark, or in the light.
  public void prefer(String colorScheme) {
    var feature = Map.of("name", "prefers-color-scheme", "value", colorScheme);
    call(session, "Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /// Keeps a picture of the page.
  public void picture(Path file) throws IOException {
    var picture = call(session, "Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
  }

  /// Presses a key that is no letter.
  public void press(Key key) {
    var pressed = new HashMap<String, Object>();
    pressed.put("type", "keyDown");
    pressed.put("key", key.label());
    pressed.put("code", key.label());
    pressed.put("windowsVirtualKeyCode", key.code());
    if (!key.text().isEmpty()) {
      pressed.put("text", key.text());
    }
    call(session, "Input.dispatchKeyEvent", pressed);
    pressed.put("type", "keyUp");
    pressed.remove("text");
    call(session, "Input.dispatchKeyEvent", pressed);
  }

  /// Keys that are no letters.
  public enum Key {
    TAB("Tab", 9, ""),
    ENTER("Enter", 13, "\r");

    private final String label;
    private final int code;
    private final String text;

    Key(String label, int code, String text) {
      this.label = label;
      this.code = code;
      this.text = text;
    }

    String label() {
      return label;
    }

    int code() {
      return code;
    }

    String text() {
      return text;
    }
  }

  /// Types into whatever has the focus.
  public void type(String text) {
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
