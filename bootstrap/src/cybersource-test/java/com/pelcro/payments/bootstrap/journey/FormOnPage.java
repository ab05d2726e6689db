package com.pelcro.payments.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/// The card form in its frame, as somebody in front of a browser uses it.
record FormOnPage(ChromeDriver browser) {

  static final Map<String, String> BILLING =
      Map.of(
          "name", "Ana Kovac",
          "email", "ana@reader.example",
          "line1", "Ilica 10",
          "city", "Zagreb",
          "postal_code", "10000");

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String JUDGE =
      """
      return axe.run(document, {iframes: false}).then((found) => found.violations.map(
        (one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')));
      """;

  void open(String url) {
    browser.get(url);
  }

  /// The value of an expression in the page around the form; a promise is waited for.
  JsonNode around(String expression) {
    return Caller.JSON.valueToTree(browser.executeScript("return " + expression));
  }

  /// The value of an expression in the form, as text.
  String ask(String expression) {
    return inside(
        () -> {
          var value = Caller.JSON.valueToTree(browser.executeScript("return " + expression));
          return value.isTextual() ? value.asText() : value.isNull() ? "" : value.toString();
        });
  }

  private <T> T inside(Supplier<T> work) {
    browser.switchTo().frame("card");
    try {
      return work.get();
    } finally {
      browser.switchTo().defaultContent();
    }
  }

  void await(String condition) {
    patience(condition).until(() -> ask(condition).equals("true"));
  }

  /// Looks at once and often, for most of what is waited for takes no time.
  static ConditionFactory patience(String what) {
    return Awaitility.await(what)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(25))
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(WebDriverException.class);
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

  void click(String id) {
    inside(
        () -> {
          browser.findElement(By.id(id)).click();
          return id;
        });
  }

  /// Types into whatever has the focus.
  void type(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  /// A frame of another process may miss the first click; what is typed goes where the focus is.
  void hosted(String id, String text) {
    patience("focus on " + id)
        .until(
            () -> {
              click(id);
              return isFocused(id);
            });
    type(text);
  }

  boolean isFocused(String id) {
    return ask("document.activeElement.id").equals(id)
        || ask("document.querySelector('.flex-microform-focused')?.id").equals(id);
  }

  void write(String id, String text) {
    click(id);
    patience("focus on " + id).until(() -> isFocused(id));
    type(text);
  }

  /// Goes on to the next field, which has to be this one, and types.
  void tab(String id, CharSequence text) {
    type(Keys.TAB);
    patience("focus on " + id).until(() -> isFocused(id));
    type(text);
  }

  /// The same in a field that shows what it holds.
  void tab(String id, CharSequence text, String shown) {
    tab(id, text);
    patience(shown + " in " + id).until(() -> value(id).equals(shown));
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
    click("submit");
  }

  /// Gives the page this size.
  void resize(int width, int height) {
    var size =
        Map.<String, Object>of(
            "width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    var _ = browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", size);
  }

  void resetSize() {
    var _ = browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /// Shows pages as in the dark, or in the light.
  void prefer(String scheme) {
    var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    var _ =
        browser.executeCdpCommand(
            "Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  void picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What keeps somebody out of the form, by axe-core.
  List<String> barriers() {
    return inside(this::barriersOfPage);
  }

  /// The same of a page that stands alone.
  List<String> barriersOfPage() {
    var _ = browser.executeScript(axe());
    var found = (List<?>) browser.executeScript(JUDGE);
    return Objects.requireNonNull(found).stream().map(String::valueOf).toList();
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
