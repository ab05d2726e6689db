package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the books of an account from the first page to the last.
final class BookReader {

  /// More than a day of any merchant of ours, and little enough to hold in memory.
  private static final int MOST_ENTRIES = 200_000;

  /// What came of it.
  sealed interface Reading {

    /// Everything, each transaction once.
    record Whole(List<BookEntry> entries) implements Reading {}

    /// Part of it is missing, so nothing can be called missing.
    record Broken(String why) implements Reading {}
  }

  private BookReader() {}

  static Reading read(MerchantAccount account, Period period) {
    var entries = new LinkedHashMap<String, BookEntry>();
    String cursor = null;
    do {
      switch (account.books().read(account.reader(), period, cursor)) {
        case BooksPage.Unavailable(var why) -> {
          return new Reading.Broken(why);
        }
        case BooksPage.Entries(var page, var next) -> {
          add(entries, page);
          cursor = next;
        }
      }
    } while (cursor != null && entries.size() <= MOST_ENTRIES);
    return cursor == null
        ? new Reading.Whole(List.copyOf(entries.values()))
        : new Reading.Broken("more than " + MOST_ENTRIES + " entries; ask for a shorter period");
  }

  private static void add(Map<String, BookEntry> entries, List<BookEntry> page) {
    page.forEach(entry -> entries.put(entry.transactionId(), entry));
  }
}
