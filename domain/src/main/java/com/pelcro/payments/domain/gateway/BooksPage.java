package com.pelcro.payments.domain.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Part of the gateway's books.
public sealed interface BooksPage {

  /// Some entries, and where to go on; nothing follows without a `next`.
  record Entries(List<BookEntry> entries, @Nullable String next) implements BooksPage {
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  /// The books cannot be read, now or over this period.
  record Unavailable(String why) implements BooksPage {}
}
