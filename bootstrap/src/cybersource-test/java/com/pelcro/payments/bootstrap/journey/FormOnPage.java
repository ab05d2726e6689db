package com.pelcro.payments.bootstrap.journey;

import com.pelcro.payments.simulator.browser.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// The card form in its frame, as somebody in front of a browser uses it.
record FormOnPage(Browser browser, String address) {

  static final Map<String, String> BILLING =
      Map.of(
          "name", "Ana Kovac",
          "email", "ana@reader.example",
          "line1", "Ilica 10",
          "city", "Zagreb",
          "postal_code", "10000");

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  /// The value of an expression about the form's document, as text.
  String ask(String expression) {
    return browser
        .evaluateIn(address, expression)
        .map(value -> value.isTextual() ? value.asText() : value.toString())
        .orElse("");
  }

  void await(String condition) {
    patience(condition).until(() -> ask(condition).equals("true"));
  }

  /// Looks at once and often, for most of what is waited for takes no time.
  static ConditionFactory patience(String what) {
    return Awaitility.await(what)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(25))
        .atMost(Duration.ofSeconds(20));
  }

  void awaitReady() {
    await("document.getElementById('submit').disabled === false");
  }

  String text(String id) {
    return ask("document.getElementById('%s').textContent".formatted(id));
  }

  String value(String id) {
    return ask("document.getElementById('%s').value".formatted(id));
  }

  /// The fields that are marked as wrong, from top to bottom.
  List<String> faults() {
    var marked =
        "[...document.querySelectorAll('.fault:not(:empty)')].map(one => one.id).join(' ')";
    var ids = ask(marked).replace("-fault", "");
    return ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));
  }

  /// Clicks where an element of the form is on the page.
  void click(String selector) {
    var place = browser.evaluateIn(address, Browser.middle(selector)).orElseThrow();
    var frame =
        browser.evaluate(
            "(box => ({x: box.x, y: box.y}))"
                + "(document.getElementById('card').getBoundingClientRect())");
    browser.click(
        place.path("x").asDouble() + frame.path("x").asDouble(),
        place.path("y").asDouble() + frame.path("y").asDouble());
  }

  /// A frame of another process may miss the first click; what is typed goes where the focus is.
  void hosted(String id, String text) {
    patience("focus on " + id)
        .until(
            () -> {
              click("#" + id);
              return isFocused(id);
            });
    browser.type(text);
  }

  boolean isFocused(String id) {
    return ask("document.activeElement.id").equals(id)
        || ask("document.querySelector('.flex-microform-focused')?.id").equals(id);
  }

  void write(String id, String text) {
    click("#" + id);
    patience("focus on " + id).until(() -> isFocused(id));
    browser.type(text);
  }

  /// A card, an expiry that is years away, and an address.
  void fill(String number, String code) {
    hosted("number", number);
    hosted("securityCode", code);
    write("expiry", "1234");
    billing();
  }

  void billing() {
    BILLING.forEach(this::write);
    country();
  }

  void country() {
    ask(
        "(list => { list.value = 'HR'; list.dispatchEvent(new Event('change')); return true; })"
            + "(document.getElementById('country'))");
  }

  void submit() {
    click("#submit");
  }

  void picture(String name) {
    try {
      browser.picture(PICTURES.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What keeps somebody out of the form, by axe-core.
  List<String> barriers() {
    ask(axe() + "; true");
    var run =
        "axe.run(document, {iframes: false}).then(found => JSON.stringify(found.violations.map("
            + "one => one.id + ': ' + one.nodes.map(node => node.html).join(' | '))))";
    return read(ask(run));
  }

  /// The same of a page that stands alone.
  static List<String> barriers(Browser browser) {
    browser.evaluate(axe() + "; true");
    var run =
        "axe.run(document).then(found => JSON.stringify(found.violations.map(one => one.id)))";
    return read(browser.evaluate(run).asText());
  }

  private static List<String> read(String json) {
    try {
      return StreamSupport.stream(Caller.JSON.readTree(json).spliterator(), false)
          .map(one -> one.asText())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String axe() {
    try (var stream = FormOnPage.class.getResourceAsStream(AXE)) {
      if (stream == null) {
        throw new IllegalStateException("axe-core is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
