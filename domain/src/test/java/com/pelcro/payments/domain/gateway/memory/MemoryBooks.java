package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.gateway.BookEntry.Effect;
import com.pelcro.payments.domain.gateway.BookEntry.Kind;
import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayBooks;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.site.Integration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The books of the gateway in memory, a few entries a page. All its merchants share them.
final class MemoryBooks implements GatewayBooks {

  private static final int PAGE = 5;

  private final Wire wire;
  private final Books books;

  MemoryBooks(Wire wire, Books books) {
    this.wire = wire;
    this.books = books;
  }

  @Override
  public String account(Integration integration) {
    return integration.credentials().values().getOrDefault("merchant_id", "nobody");
  }

  @Override
  public BooksPage read(Integration integration, Period period, @Nullable String cursor) {
    var start = cursor == null ? 0 : Integer.parseInt(cursor);
    return wire.carry(integration, () -> page(entries(period), start), Answers::ofBooks);
  }

  private static BooksPage page(List<BookEntry> entries, int start) {
    var end = Math.min(entries.size(), start + PAGE);
    var next = end < entries.size() ? Integer.toString(end) : null;
    return new BooksPage.Entries(entries.subList(Math.min(start, end), end), next);
  }

  private List<BookEntry> entries(Period period) {
    return Stream.concat(
            books.indexed().stream().map(this::entry),
            books.annulments().stream()
                .filter(undone -> undone.known().indexed)
                .map(MemoryBooks::annulment))
        .filter(entry -> !entry.at().isBefore(period.from()) && entry.at().isBefore(period.to()))
        .sorted(Comparator.comparing(BookEntry::at))
        .toList();
  }

  private BookEntry entry(Asked known) {
    return new BookEntry(
        known.id, known.references.code(), kind(known.kind), effect(known), known.amount, known.at);
  }

  private static BookEntry annulment(Books.Undone undone) {
    return new BookEntry(
        undone.id(),
        undone.known().references.code(),
        Kind.ANNULMENT,
        Effect.DONE,
        null,
        undone.at());
  }

  private static Kind kind(OperationKind kind) {
    return switch (kind) {
      case CHARGE -> Kind.PAYMENT;
      case SAVE_CARD -> Kind.VERIFICATION;
      case CAPTURE -> Kind.CAPTURE;
      case REFUND -> Kind.REFUND;
      case VOID -> Kind.VOID;
      case RELEASE -> Kind.RELEASE;
    };
  }

  private Effect effect(Asked known) {
    return switch (known.written()) {
      case GatewayAnswer.Approval _ -> holds(known) ? Effect.HELD : Effect.DONE;
      case GatewayAnswer.Hold _, GatewayAnswer.Review _ -> Effect.HELD;
      case GatewayAnswer.NoAnswer _ -> Effect.UNPROVEN;
      case GatewayAnswer.Decline _, GatewayAnswer.Rejection _, GatewayAnswer.NotSent _ ->
          Effect.REFUSED;
    };
  }

  private boolean holds(Asked known) {
    return books.payment(known.references).filter(payment -> !payment.captures).isPresent();
  }
}
