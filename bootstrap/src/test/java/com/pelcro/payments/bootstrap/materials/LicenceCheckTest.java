package com.pelcro.payments.bootstrap.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The check of the licences sees what was added, changed or taken away.
class LicenceCheckTest {

  private static final String BILL =
      """
      {"components": [
        {"group": "com.pelcro.payments", "name": "domain", "version": "1", "licenses": []},
        {"group": "org.example", "name": "one", "version": "1.2",
         "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "Ours"}}]},
        {"group": "org.example", "name": "two", "version": "3", "licenses": []}]}
      """;

  private static final String ONE = "| org.example:one | 1.2 | MIT or Ours |";
  private static final String TWO = "| org.example:two | 3 | none told |";

  private static String page(int count, String... rows) {
    return "Every library: "
        + count
        + " of them.\n\n| library | version |\n|---|---|\n"
        + String.join("\n", rows);
  }

  @Test
  void a_page_that_names_them_all_passes() throws IOException {
    assertThat(LicenceCheck.compare(page(2, ONE, TWO), BILL).areNone()).isTrue();
  }

  @Test
  void a_library_that_was_added_is_missed() throws IOException {
    assertThat(LicenceCheck.compare(page(1, ONE), BILL).missing()).containsExactly(TWO);
  }

  @Test
  void a_library_that_is_gone_is_outdated() throws IOException {
    var gone = "| org.example:three | 3 | MIT |";

    assertThat(LicenceCheck.compare(page(3, ONE, TWO, gone), BILL).outdated())
        .containsExactly(gone);
  }

  @Test
  void another_version_or_licence_is_both() throws IOException {
    var old = "| org.example:one | 1.1 | MIT or Ours |";
    var differences = LicenceCheck.compare(page(2, old, TWO), BILL);

    assertThat(differences.missing()).containsExactly(ONE);
    assertThat(differences.outdated()).containsExactly(old);
  }

  @Test
  void a_wrong_number_of_libraries_is_noticed() throws IOException {
    assertThat(LicenceCheck.compare(page(3, ONE, TWO), BILL).miscounted()).isTrue();
  }
}
