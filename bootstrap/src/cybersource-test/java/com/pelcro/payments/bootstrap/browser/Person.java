package com.pelcro.payments.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.browser.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/// Somebody in front of the dashboard: does what people do, and has every page looked at.
record Person(ChromeDriver browser, String url) {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Path SHOWN = Path.of("..", "docs", "pictures");
  private static final String AXE = axe();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String JUDGE =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        (found) => done(found.violations.map(
          (one) => one.id + ': ' + one.help + ' at ' + one.nodes.map((n) => n.html).join(' | '))),
        (fault) => done([String(fault)]));
      """;

  /// Comes to a clean desk: what somebody before did, or provoked on purpose, is not theirs.
  void comesAnew() {
    browser.manage().window().setSize(Chromium.DESK);
    browser.manage().deleteAllCookies();
    open("/dashboard/login");
    browser.manage().deleteAllCookies();
    var _ = complaints();
  }

  void open(String path) {
    browser.get(url + path);
  }

  void logIn(String key) {
    open("/dashboard/login");
    type("key", key);
    press("Log in");
    sees("Log out");
  }

  WebElement field(String id) {
    return there(By.id(id));
  }

  /// What is on the page, or will be when it is there: a click returns before the page it leads to.
  private WebElement there(By place) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> browser.findElement(place), WebElement::isDisplayed);
  }

  void type(String id, String text) {
    var field = field(id);
    field.clear();
    field.sendKeys(text);
  }

  void choose(String id, String value) {
    there(By.cssSelector("#" + id + " option[value='" + value + "']")).click();
  }

  void tick(String name, String value) {
    there(By.cssSelector("input[name='" + name + "'][value='" + value + "']")).click();
  }

  void follow(String link) {
    there(By.linkText(link)).click();
  }

  /// Goes where the sidebar leads.
  void turn(String section) {
    there(By.xpath("//nav//a[normalize-space()='" + section + "']")).click();
  }

  void press(String button) {
    there(
            By.xpath(
                "//button[normalize-space()='"
                    + button
                    + "'] | //a[contains(@class,'button') and normalize-space()='"
                    + button
                    + "']"))
        .click();
  }

  /// Sees everything as in the dark from now on.
  void dark() {
    emulate(List.of(Map.of("name", "prefers-color-scheme", "value", "dark")));
  }

  void light() {
    emulate(List.of());
  }

  private void emulate(List<Map<String, String>> features) {
    var _ = browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  void keys(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  /// Tabs on until what has the focus says this.
  void tabTo(String text) {
    for (int tabs = 0; tabs < 80; tabs++) {
      keys(Keys.TAB);
      if (text.equals(focused())) {
        return;
      }
    }
    throw new AssertionError("no way to " + text + " by keyboard on " + browser.getCurrentUrl());
  }

  /// Tabs on until what has the focus is what is meant.
  void tabTo(Predicate<WebElement> meant) {
    for (int tabs = 0; tabs < 80; tabs++) {
      keys(Keys.TAB);
      if (meant.test(browser.switchTo().activeElement())) {
        return;
      }
    }
    throw new AssertionError("no way there by keyboard on " + browser.getCurrentUrl());
  }

  void seesFaults() {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> !browser.findElements(By.cssSelector("main .faults, main .problem")).isEmpty());
  }

  private String focused() {
    var focused =
        browser.executeScript(
            "const one = document.activeElement; return one.innerText.trim() || one.id;");
    return String.valueOf(focused);
  }

  String text() {
    return browser.findElement(By.tagName("body")).getText();
  }

  void sees(String text) {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(text()).contains(text));
  }

  void seesNoMore(String text) {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(text()).doesNotContain(text));
  }

  /// Takes a picture of the page, and has it judged by axe-core: nothing may be in anybody's way.
  void look(String name) {
    picture(name);
    var found =
        Awaitility.await()
            .atMost(PATIENCE)
            .ignoreExceptionsInstanceOf(WebDriverException.class)
            .until(this::judged, Objects::nonNull);
    assertThat(found.stream().map(String::valueOf))
        .as("accessibility of " + name + ", " + browser.getCurrentUrl())
        .isEmpty();
  }

  private List<?> judged() {
    var _ = browser.executeScript(AXE);
    return (List<?>) Objects.requireNonNull(browser.executeAsyncScript(JUDGE));
  }

  void picture(String name) {
    keep(PICTURES.resolve(name + ".png"));
  }

  /// With `-Dpictures` it is the one that the project shows; otherwise it is a picture as any
  /// other.
  void show(String name) {
    var folder = System.getProperty("pictures") == null ? PICTURES : SHOWN;
    keep(folder.resolve(name + ".png"));
  }

  private void keep(Path file) {
    var picture =
        Awaitility.await()
            .atMost(PATIENCE)
            .ignoreExceptionsInstanceOf(WebDriverException.class)
            .until(() -> browser.getScreenshotAs(OutputType.BYTES), Objects::nonNull);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the browser complained about since this was asked last: scripts, styles, what it was not
  /// allowed to load.
  String complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .filter(line -> line.startsWith("SEVERE"))
        .filter(line -> !line.contains("responded with a status of 422"))
        .collect(Collectors.joining("\n"));
  }

  private static String axe() {
    try (var script =
        Person.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
