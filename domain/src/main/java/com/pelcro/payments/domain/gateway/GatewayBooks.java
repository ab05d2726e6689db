package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.site.Integration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The gateway's own books, to hold ours against them. Calls block, move no money, and throw for
/// nothing a gateway or a network can do.
public interface GatewayBooks {

  /// From when, inclusive, to when, exclusive, by the gateway's clock.
  record Period(Instant from, Instant to) {
    public Period {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a period ends after it begins");
      }
    }
  }

  /// Names the books an integration keeps with the gateway; integrations of one merchant account
  /// share theirs and need reading once.
  String account(Integration integration);

  /// A page of what was submitted in the period: the first without a cursor, then as the page
  /// before says. An entry may come twice while the books are written to, and is left out only
  /// while the gateway's index lags.
  BooksPage read(Integration integration, Period period, @Nullable String cursor);
}
