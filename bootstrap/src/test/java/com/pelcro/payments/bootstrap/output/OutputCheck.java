package com.pelcro.payments.bootstrap.output;

import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.intake.CardNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads everything the tests of all modules wrote, logs and reports, the lines of processes they
/// started, the bodies of errors and pages, and looks for the secrets they noted, for anything in
/// the form of a site key or a signed token, and for card numbers.
public final class OutputCheck {

  private static final int SHORTEST = 8;
  private static final int MODULES_DEEP = 3;

  private static final Pattern SITE_KEY = Pattern.compile("sk_[A-Za-z0-9_-]{43}");
  private static final Pattern SIGNED_TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+");
  private static final Pattern CARD_NUMBER =
      Pattern.compile("(?<![\\w.-])[2-6][0-9]{12,18}(?![\\w.-])");

  /// What was found: where, and what kind of thing; the thing itself is not told again.
  public record Leak(Path file, int line, String kind) {}

  private final Set<String> secrets;
  private final List<Path> files;

  private OutputCheck(Set<String> secrets, List<Path> files) {
    this.secrets = secrets;
    this.files = files;
  }

  /// Takes the project's folder; ends with 1 when something leaked, and else forgets what was kept.
  public static void main(String[] arguments) throws IOException {
    var root = Path.of(arguments[0]);
    var check = below(root);
    var leaks = check.leaks();
    leaks.forEach(leak -> System.err.println("a secret is shown: " + leak));
    System.out.println(
        "looked for "
            + check.secrets.size()
            + " secrets in "
            + check.files.size()
            + " files of test output: "
            + (leaks.isEmpty() ? "none is shown" : leaks.size() + " are shown"));
    if (!leaks.isEmpty()) {
      System.exit(1);
    }
    forget(root);
  }

  /// A check of all modules below a folder.
  static OutputCheck below(Path root) throws IOException {
    var secrets = new TreeSet<String>();
    for (var file : filesOf(root, TestOutput.SECRETS)) {
      Files.readAllLines(file).stream()
          .filter(line -> line.length() >= SHORTEST)
          .forEach(secrets::add);
    }
    Stream.of(SampleCard.values()).map(SampleCard::number).forEach(secrets::add);
    var files = new ArrayList<>(filesOf(root, TestOutput.SAID));
    files.addAll(filesOf(root, Path.of("target", "surefire-reports")));
    return new OutputCheck(secrets, List.copyOf(files));
  }

  List<Leak> leaks() throws IOException {
    var leaks = new ArrayList<Leak>();
    for (var file : files) {
      var number = 0;
      for (var line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
        number++;
        for (var kind : shown(line)) {
          leaks.add(new Leak(file, number, kind));
        }
      }
    }
    return leaks;
  }

  private List<String> shown(String line) {
    var kinds = new ArrayList<String>();
    secrets.stream()
        .filter(line::contains)
        .forEach(secret -> kinds.add("a noted secret, " + secret.substring(0, 3) + "…"));
    if (SITE_KEY.matcher(line).find()) {
      kinds.add("a site key");
    }
    if (SIGNED_TOKEN.matcher(line).find()) {
      kinds.add("a signed token");
    }
    if (CARD_NUMBER.matcher(line).results().anyMatch(found -> CardNumbers.isIn(found.group()))) {
      kinds.add("a card number");
    }
    return kinds;
  }

  private static List<Path> filesOf(Path root, Path kept) throws IOException {
    var files = new ArrayList<Path>();
    for (var module : modules(root)) {
      var folder = module.resolve(kept);
      if (Files.isDirectory(folder)) {
        try (var inside = Files.walk(folder)) {
          inside.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    return files;
  }

  private static Set<Path> modules(Path root) throws IOException {
    try (var inside = Files.find(root, MODULES_DEEP, (path, _) -> path.endsWith("pom.xml"))) {
      return inside.map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void forget(Path root) throws IOException {
    for (var kept : List.of(TestOutput.SAID, TestOutput.SECRETS)) {
      for (var file : filesOf(root, kept)) {
        Files.delete(file);
      }
    }
  }
}
