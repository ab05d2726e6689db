package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.GatewayBooks;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/// Counts and times every page that is read of a gateway's books.
public final class MeteredBooks implements GatewayBooks {

  private final GatewayBooks books;
  private final GatewayId id;
  private final MeterRegistry meters;

  public MeteredBooks(GatewayBooks books, GatewayId id, MeterRegistry meters) {
    this.books = books;
    this.id = id;
    this.meters = meters;
  }

  @Override
  public String account(Integration integration) {
    return books.account(integration);
  }

  @Override
  public BooksPage read(Integration integration, Period period, @Nullable String cursor) {
    var running = Timer.start(meters);
    var page = books.read(integration, period, cursor);
    running.stop(MeteredGateway.timer(meters, id, "read_books", outcome(page)));
    return page;
  }

  private static String outcome(BooksPage page) {
    return switch (page) {
      case BooksPage.Entries _ -> "entries";
      case BooksPage.Unavailable _ -> "unavailable";
    };
  }
}
