package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.bootstrap.metrics.GatewayCalls.About;
import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.GatewayBooks;
import com.pelcro.payments.domain.site.Integration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Watches every page that is read of a gateway's books.
public final class MeteredBooks implements GatewayBooks {

  private final GatewayBooks books;
  private final GatewayCalls calls;

  public MeteredBooks(GatewayBooks books, GatewayCalls calls) {
    this.books = books;
    this.calls = calls;
  }

  @Override
  public String account(Integration integration) {
    return books.account(integration);
  }

  @Override
  public BooksPage read(Integration integration, Period period, @Nullable String cursor) {
    return calls.watch(
        "read_books",
        new About(integration.site(), null),
        () -> books.read(integration, period, cursor),
        Function.identity());
  }
}
