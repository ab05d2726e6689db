package com.pelcro.payments.benchmarks.harness;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Charges that were made long ago: copies of one charge of each site with all that belongs to it.
final class Stock {

  /// A table, which rows belong to the charge that is copied, and what differs from copy to copy.
  private record Part(String table, String rows, Map<String, String> differs) {}

  private static final String CHARGE = "'ch_0' || lpad(n::text, 25, '0')";
  private static final String OPERATION = "'op_0' || lpad(n::text, 25, '0')";

  private static final Part[] PARTS = {
    new Part("charges", "charge_id = '%s'", Map.of("charge_id", CHARGE)),
    new Part(
        "operations",
        "subject_id = '%s'",
        Map.of(
            "operation_id", OPERATION,
            "subject_id", CHARGE,
            "code", "'stock-' || n",
            "transaction_id", "'stock-' || n",
            "gateway_transaction_id", "'stock-' || n")),
    new Part(
        "operation_steps",
        "operation_id IN (SELECT operation_id FROM operations WHERE subject_id = '%s')",
        Map.of("operation_id", OPERATION)),
    new Part(
        "events",
        "object_id = '%s'",
        Map.of(
            "object_id", CHARGE,
            "event_id", "'evt_' || t.object_sequence - 1 || lpad(n::text, 25, '0')",
            "sequence", "1000000 + 2 * n + t.object_sequence")),
    new Part(
        "idempotency_claims",
        "resource_id = '%s'",
        Map.of("resource_id", CHARGE, "key", "'stock-' || n")),
  };

  /// Past the last event of every site, where the feed goes on.
  private static final String GO_ON =
      """
      UPDATE event_positions
      SET last = (SELECT max(sequence) FROM events WHERE events.site_id = event_positions.site_id)
      """;

  private static final int AT_ONCE = 20_000;

  private Stock() {}

  /// Adds so many charges of this one's kind, which are numbered from `first` on.
  static void add(Postgres postgres, String charge, long first, long count) throws SQLException {
    for (var part : PARTS) {
      var columns = columns(postgres, part.table());
      for (var from = first; from < first + count; from += AT_ONCE) {
        var to = Math.min(from + AT_ONCE, first + count) - 1;
        postgres.change(Arena.OURS, copy(part, columns, charge, from, to));
      }
    }
    postgres.change(Arena.OURS, GO_ON);
  }

  private static List<String> columns(Postgres postgres, String table) throws SQLException {
    return postgres
        .rows(
            Arena.OURS,
            """
            SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = '%s'
              AND is_generated = 'NEVER' AND is_identity = 'NO'
            """
                .formatted(table))
        .stream()
        .map(List::getFirst)
        .toList();
  }

  /// References are not looked up: what a copy refers to is a copy beside it.
  private static String copy(Part part, List<String> columns, String charge, long from, long to) {
    var names = String.join(", ", columns);
    var values =
        columns.stream()
            .map(column -> part.differs().getOrDefault(column, "t." + column))
            .collect(Collectors.joining(", "));
    return """
    SET session_replication_role = replica;
    INSERT INTO %1$s (%2$s) SELECT %3$s FROM %1$s t, generate_series(%5$d, %6$d) n WHERE %4$s;
    SET session_replication_role = DEFAULT
    """
        .formatted(part.table(), names, values, part.rows().formatted(charge), from, to);
  }
}
