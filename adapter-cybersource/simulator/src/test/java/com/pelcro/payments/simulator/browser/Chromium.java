package com.pelcro.payments.simulator.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// The machine's own Chromium and its driver; nothing is fetched from anywhere.
public final class Chromium {

  public static final Dimension DESK = new Dimension(1280, 900);
  public static final Dimension PHONE = new Dimension(390, 844);

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

  private Chromium() {}

  /// What is missing, if anything.
  static Optional<String> missing() {
    if (first(BROWSERS).isEmpty()) {
      return Optional.of("a Chromium (Debian: chromium)");
    }
    return first(DRIVERS).isEmpty()
        ? Optional.of("Chromium's driver (Debian: chromium-driver)")
        : Optional.empty();
  }

  private static Optional<String> first(List<String> places) {
    return places.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  /// A window nobody sees. It finds this machine and nothing else.
  static ChromeDriver open(Path profile, String... more) {
    var options = new ChromeOptions();
    options.setBinary(first(BROWSERS).orElseThrow());
    options.addArguments(
        Stream.concat(
                Stream.of(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                    "--window-size=" + DESK.getWidth() + "," + DESK.getHeight(),
                    "--user-data-dir=" + profile),
                Stream.of(more))
            .toList());
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(first(DRIVERS).orElseThrow()))
            .build();
    return new ChromeDriver(service, options);
  }
}
