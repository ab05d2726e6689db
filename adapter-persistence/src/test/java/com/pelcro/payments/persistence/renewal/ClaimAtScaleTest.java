package com.pelcro.payments.persistence.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import com.pelcro.payments.persistence.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A claim reads what is due, however many subscriptions there are: PostgreSQL's plan says so, at
/// ten thousand rows and at `-Dclaim.rows`.
final class ClaimAtScaleTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int DUE = 50;
  private static final int PART = 10_000;
  private static final int ROWS = Integer.getInteger("claim.rows", 20 * PART);
  private static final Path PLANS = Path.of("target", "claim-plans");

  private final Scene scene = Scene.in(DATABASE.storage());

  @Test
  void a_claim_goes_by_the_index_of_what_is_to_be_woken() throws SQLException, IOException {
    var pattern = TestSubscriptions.bare(scene.method());
    DATABASE.storage().subscriptions().add(pattern);
    fill(pattern.id().value(), 0, 1);
    checkPlan(PART);
    fill(pattern.id().value(), 1, ROWS / PART);
    checkPlan(ROWS);
    assertThat(new JdbiRenewalQueue(DATABASE.database()).claim(NOW, NOW.plusSeconds(1), 1000))
        .hasSize(DUE);
  }

  private static void checkPlan(int rows) throws SQLException, IOException {
    var plan = plan();
    Files.createDirectories(PLANS);
    Files.write(PLANS.resolve(rows + ".txt"), plan);
    assertThat(plan).anyMatch(line -> line.contains("renewals_to_wake"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on renewals"));
    DATABASE.run("UPDATE renewals SET wake_at = due_at WHERE due_at <= '" + NOW + "'");
  }

  /// Brings it from so many parts to as many, none of which runs into the limit on a statement.
  private static void fill(String pattern, int from, int to) throws SQLException {
    for (int part = from; part < to; part++) {
      copy(pattern, part * PART + 1, (part + 1) * PART);
    }
    DATABASE.run("ANALYZE subscriptions, renewals, test_clocks");
  }

  /// Copies of one subscription; of all of them the first few are due, the others later. Without
  /// triggers, which look up for every copy what is there for all.
  private static void copy(String pattern, int from, int to) throws SQLException {
    DATABASE.run(
        """
        SET session_replication_role = replica;

        INSERT INTO subscriptions (site_id, subscription_id, customer_id, payment_method_id, amount,
          agreed_amount, currency, anchor, time_zone, interval_unit, interval_count, collection,
          status, started_at, current_index, cancel_at_period_end, failed_attempts, metadata,
          created_at, updated_at)
        SELECT site_id, 'sub_' || lpad(n::text, 26, '0'), customer_id, payment_method_id, amount,
          agreed_amount, currency, anchor, time_zone, interval_unit, interval_count, collection,
          status, started_at, current_index, cancel_at_period_end, failed_attempts, metadata,
          created_at, updated_at
        FROM subscriptions s, generate_series(%d, %d) n
        WHERE s.subscription_id = '%s';

        INSERT INTO renewals (site_id, renewal_id, subscription_id, period_index, period_start,
          period_end, state, due_at, wake_at, attempts, strikes, updated_at)
        SELECT site_id, 'rn_' || lpad(n::text, 26, '0'), 'sub_' || lpad(n::text, 26, '0'), 0,
          due, due + interval '1 month', 'scheduled', due, due, 0, 0, due
        FROM (
          SELECT site_id, n, timestamptz '%s' + (n - %d) * interval '1 minute' AS due
          FROM subscriptions s, generate_series(%d, %d) n
          WHERE s.subscription_id = '%s') copies;

        SET session_replication_role = DEFAULT
        """
            .formatted(from, to, pattern, NOW, DUE, from, to, pattern));
  }

  private static List<String> plan() throws SQLException {
    return DATABASE.run(
        "EXPLAIN (ANALYZE, BUFFERS) "
            + JdbiRenewalQueue.CLAIM
                .replace(":now", "'" + NOW + "'")
                .replace(":until", "'" + NOW.plusSeconds(1) + "'")
                .replace(":most", "100"));
  }
}
