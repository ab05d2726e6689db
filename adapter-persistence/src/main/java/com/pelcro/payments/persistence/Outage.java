package com.pelcro.payments.persistence;

import com.pelcro.payments.application.StorageUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells a database that is away, or too busy, from a statement that is wrong.
final class Outage {

  /// Shut down, crashed, starting up; too many connections; a statement or a lock that took too
  /// long; a deadlock.
  private static final Set<String> STATES =
      Set.of("57P01", "57P02", "57P03", "57P05", "53300", "57014", "55P03", "40P01");

  private static final String CONNECTION_CLASS = "08";

  private Outage() {}

  /// The exception to throw in place of `thrown`: ours if the database is away, else itself.
  static RuntimeException told(RuntimeException thrown) {
    return cause(thrown)
        .<RuntimeException>map(
            cause ->
                new StorageUnavailable(
                    "the database is away or too busy (SQL state " + cause.getSQLState() + ")",
                    thrown))
        .orElse(thrown);
  }

  private static Optional<SQLException> cause(Throwable thrown) {
    return Stream.iterate(thrown, link -> link != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .filter(Outage::isOne)
        .findFirst();
  }

  private static boolean isOne(SQLException exception) {
    var state = exception.getSQLState();
    return exception instanceof SQLTransientConnectionException
        || (state != null && (state.startsWith(CONNECTION_CLASS) || STATES.contains(state)));
  }
}
