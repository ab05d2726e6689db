package com.pelcro.payments.persistence;

import com.pelcro.payments.application.StorageUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells a database that is away, or too busy, from a statement that is wrong.
final class Outage {

  /// The connection; too few resources; an operator or a shutdown stepped in, a statement that took
  /// too long included; the server's own disk or system failed.
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /// A lock that took too long; a deadlock; a transaction that idled or lasted too long.
  private static final Set<String> STATES = Set.of("55P03", "40P01", "25P03", "25P04");

  private static final int CLASS_LENGTH = 2;

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

  /// What bears no state never came from the server: the pool had no connection to ask it with.
  private static boolean isOne(SQLException exception) {
    var state = exception.getSQLState();
    return exception instanceof SQLTransientConnectionException
        || state == null
        || STATES.contains(state)
        || (state.length() > CLASS_LENGTH && CLASSES.contains(state.substring(0, CLASS_LENGTH)));
  }
}
