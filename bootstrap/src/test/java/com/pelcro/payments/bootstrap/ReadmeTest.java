package com.pelcro.payments.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path PROJECT = Path.of("..");
  private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]+)]\\(([^)]+)\\)");

  @Test
  void the_front_page_shows_every_picture_there_is_and_says_what_is_on_it() throws IOException {
    var shown =
        PICTURE
            .matcher(Files.readString(PROJECT.resolve("README.md")))
            .results()
            .map((MatchResult found) -> PROJECT.resolve(found.group(2)))
            .toList();
    try (var kept = Files.list(PROJECT.resolve("docs/pictures"))) {
      assertThat(shown).hasSize(4).containsExactlyInAnyOrderElementsOf(kept.toList());
    }
  }
}
