package com.pelcro.payments.bootstrap.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.SampleCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The check of all output finds what is planted for it.
class OutputCheckTest {

  private static final String SECRET = "s3cret-of-a-merchant";

  @TempDir Path root;

  @BeforeEach
  void prepare() throws IOException {
    write("module/pom.xml", "");
    write("module/inner/pom.xml", "");
    write("module/target/used-secrets/test-1.txt", SECRET + "\nshort\n");
    write("module/target/surefire-reports/a-output.txt", "INFO all is well, in short\n");
  }

  private void write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private List<OutputCheck.Leak> leaks() throws IOException {
    return OutputCheck.below(root).leaks();
  }

  @Test
  void nothing_is_found_where_nothing_is_shown() throws IOException {
    write("module/inner/target/test-output/process-7-1.txt", "id 1234567890123456789 at 17:05\n");

    assertThat(leaks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("places")
  void a_noted_secret_is_found_wherever_it_is_shown(String place) throws IOException {
    write(place, "first line\nunder " + SECRET + ".\n");

    assertThat(leaks())
        .containsExactly(new OutputCheck.Leak(root.resolve(place), 2, "a noted secret, s3c…"));
  }

  static Stream<String> places() {
    return Stream.of(
        "module/target/surefire-reports/TEST-b.xml",
        "module/target/surefire-reports/b-output.txt",
        "module/inner/target/surefire-reports/c.txt",
        "module/inner/target/test-output/answers-1.txt",
        "module/target/test-output/process-7-1.txt");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void what_has_the_form_of_a_secret_is_found_though_nobody_noted_it(String shown, String kind)
      throws IOException {
    write("module/target/test-output/answers-1.txt", "400 /v1 {\"detail\": \"" + shown + "\"}\n");

    assertThat(leaks()).extracting(OutputCheck.Leak::kind).contains(kind);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("sk_" + "a1B_-".repeat(9), "a site key"),
        Arguments.of("eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0K.c2lnbmF0dXJl", "a signed token"),
        Arguments.of("4012" + "888888881881", "a card number"),
        Arguments.of(SampleCard.AMEX.number(), "a noted secret, 378…"));
  }
}
