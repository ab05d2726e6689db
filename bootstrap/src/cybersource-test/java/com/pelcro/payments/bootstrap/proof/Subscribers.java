package com.pelcro.payments.bootstrap.proof;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// People with subscriptions whose first period is paid for by a renewal like any other, and a hand
/// on the clock of the queue: months pass when it says so.
final class Subscribers {

  private static final long DAYS_OF_TRIAL = 30;

  private final Arena arena;

  Subscribers(Arena arena) {
    this.arena = arena;
  }

  String customer() {
    return Arena.ok(arena.caller.post(arena.path("/customers"), Map.of("name", "Ana"))).id();
  }

  String card(String customer, String number) {
    var path = arena.path("/customers/" + customer + "/payment-methods");
    var session = Arena.ok(arena.caller.post(arena.path("/card-sessions"), Map.of()));
    return Arena.ok(arena.caller.post(path, TypedCard.of(number).in(session, arena))).id();
  }

  String subscription(String customer, String card, long amount) {
    var trialEnd = Instant.now().plus(DAYS_OF_TRIAL, ChronoUnit.DAYS);
    var asked =
        Map.of(
            "customer",
            customer,
            "payment_method",
            card,
            "amount",
            amount,
            "currency",
            "EUR",
            "interval",
            "month",
            "interval_count",
            1,
            "collection",
            "automatic",
            "trial_end",
            trialEnd.toString());
    return Arena.ok(arena.caller.post(arena.path("/subscriptions"), asked)).id();
  }

  /// Copies of a subscription, all of them due now, as after an outage. Without triggers, which
  /// look up for every copy what is there for all.
  void backlog(String subscription, int size) throws SQLException {
    var _ =
        change(
            """
            SET session_replication_role = replica;

            INSERT INTO subscriptions (site_id, subscription_id, customer_id, payment_method_id,
              amount, agreed_amount, currency, anchor, time_zone, interval_unit, interval_count,
              collection, status, started_at, current_index, cancel_at_period_end,
              failed_attempts, metadata, created_at, updated_at)
            SELECT site_id, 'sub_' || lpad(n::text, 26, '0'), customer_id, payment_method_id,
              amount, agreed_amount, currency, anchor, time_zone, interval_unit, interval_count,
              collection, status, started_at, current_index, cancel_at_period_end,
              failed_attempts, metadata, created_at, updated_at
            FROM subscriptions, generate_series(1, %d) n WHERE subscription_id = '%s';

            INSERT INTO renewals (site_id, renewal_id, subscription_id, period_index, period_start,
              period_end, state, due_at, wake_at, attempts, strikes, updated_at)
            SELECT site_id, 'rn_' || lpad(n::text, 26, '0'), 'sub_' || lpad(n::text, 26, '0'),
              period_index, period_start, period_end, state, now(), now(), 0, 0, updated_at
            FROM renewals, generate_series(1, %d) n WHERE subscription_id = '%s';

            SET session_replication_role = DEFAULT
            """
                .formatted(size, subscription, size, subscription));
  }

  /// The time comes for so many of the periods before this one, the earliest first.
  int fallDue(int most, int beforePeriod) throws SQLException {
    return change(
        """
        UPDATE renewals SET due_at = now(), wake_at = now()
        WHERE (site_id, renewal_id) IN (
          SELECT site_id, renewal_id FROM renewals
          WHERE state IN ('scheduled', 'retrying') AND due_at > now() + interval '30 seconds'
            AND period_index < %d
          ORDER BY period_index, renewal_id LIMIT %d)
        """
            .formatted(beforePeriod, most));
  }

  /// How many periods are still to come.
  long waiting() throws SQLException {
    return counts(
            """
            SELECT 'waiting', count(*) FROM renewals
            WHERE state IN ('scheduled', 'retrying') AND due_at > now() + interval '30 seconds'
            """)
        .getOrDefault("waiting", 0L);
  }

  /// Renewals of the periods before this one by their state.
  Map<String, Long> states(int beforePeriod) throws SQLException {
    return counts(
        "SELECT state, count(*) FROM renewals WHERE period_index < "
            + beforePeriod
            + " GROUP BY state");
  }

  /// How many sales stand at the gateway for each renewal that was ever charged for.
  Map<String, Long> sales() throws SQLException {
    var renewalOf = renewalsByCode();
    var sales = new TreeMap<String, Long>();
    for (var movement : arena.ledger().path("data")) {
      var clearing = movement.path("clearing").asText();
      var stands = clearing.equals("pending") || clearing.equals("transmitted");
      var renewal = renewalOf.get(movement.path("code").asText());
      if (renewal != null && stands && movement.path("kind").asText().equals("sale")) {
        sales.merge(renewal, 1L, Long::sum);
      }
    }
    return sales;
  }

  private Map<String, String> renewalsByCode() throws SQLException {
    var renewals = new HashMap<String, String>();
    for (var row :
        rows(
            """
            SELECT o.code, c.renewal_id FROM operations o
            JOIN charges c ON c.site_id = o.site_id AND c.charge_id = o.charge_id
            WHERE o.kind = 'charge' AND c.renewal_id IS NOT NULL
            """)) {
      renewals.put(row.getFirst(), row.getLast());
    }
    return renewals;
  }

  private Map<String, Long> counts(String sql) throws SQLException {
    var counts = new TreeMap<String, Long>();
    for (var row : rows(sql)) {
      counts.put(row.getFirst(), Long.valueOf(row.getLast()));
    }
    return counts;
  }

  private int change(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(arena.database.url(), "postgres", "postgres");
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private List<List<String>> rows(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(arena.database.url(), "postgres", "postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<List<String>>();
      while (rows.next()) {
        all.add(List.of(rows.getString(1), rows.getString(2)));
      }
      return all;
    }
  }
}
