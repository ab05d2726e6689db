package com.pelcro.payments.persistence.upkeep;

import com.pelcro.payments.application.upkeep.Vitals;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// One look at the partial indexes that hold what waits.
public final class JdbiVitals implements Vitals {

  private static final String LOOK =
      """
      SELECT
        (SELECT count(*) FROM (SELECT FROM operations WHERE outcome IS NULL LIMIT :most) o)
          AS open,
        (SELECT min(asked_at) FROM operations WHERE outcome IS NULL) AS open_since,
        (SELECT count(*) FROM (SELECT FROM renewals r WHERE wake_at <= :now
          AND NOT EXISTS (SELECT FROM test_clocks c WHERE c.site_id = r.site_id) LIMIT :most) d)
          AS due,
        (SELECT wake_at FROM renewals r WHERE wake_at <= :now
          AND NOT EXISTS (SELECT FROM test_clocks c WHERE c.site_id = r.site_id)
          ORDER BY wake_at LIMIT 1) AS due_since,
        (SELECT count(*) FROM (SELECT FROM renewals WHERE state = 'processing' LIMIT :most) p)
          AS processing,
        (SELECT count(*) FROM (SELECT FROM charges WHERE needs_attention LIMIT :most) a)
          AS attention,
        (SELECT count(*) FROM (SELECT FROM differences WHERE status = 'open' LIMIT :most) f)
          AS differences,
        (SELECT count(*) FROM (SELECT FROM events
          WHERE horizon > pg_snapshot_xmin(pg_current_snapshot()) LIMIT :most) h) AS hidden,
        (SELECT min(created_at) FROM events
          WHERE horizon > pg_snapshot_xmin(pg_current_snapshot())) AS hidden_since
      """;

  private final Database database;

  @Inject
  public JdbiVitals(Database database) {
    this.database = database;
  }

  @Override
  public Signs signs(Instant now) {
    var binds = Binds.none().with("now", now).with("most", MOST);
    return database.find(LOOK, binds, columns -> signs(columns, now)).orElseThrow();
  }

  private static Signs signs(Columns columns, Instant now) throws SQLException {
    return new Signs(
        waiting(columns, "open", now),
        waiting(columns, "due", now),
        columns.count("processing"),
        columns.count("attention"),
        columns.count("differences"),
        waiting(columns, "hidden", now));
  }

  private static Waiting waiting(Columns columns, String what, Instant now) throws SQLException {
    var since = columns.optionalInstant(what + "_since");
    var eldest = since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    return new Waiting(columns.count(what), eldest);
  }
}
