package com.pelcro.payments.persistence.renewal;

import com.pelcro.payments.application.renewal.TestClocks;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table `test_clocks`.
public final class JdbiTestClocks implements TestClocks {

  private final Database database;

  @Inject
  public JdbiTestClocks(Database database) {
    this.database = database;
  }

  private static final String FIND =
      "SELECT site_id, now, target FROM test_clocks WHERE site_id = :site";

  @Override
  public Optional<TestClock> find(SiteId site) {
    return database.find(FIND, Binds.at(site), JdbiTestClocks::clock);
  }

  @Override
  public Optional<TestClock> lock(SiteId site) {
    return database.lock(FIND, Binds.at(site), JdbiTestClocks::clock);
  }

  private static final String PUT =
      """
      INSERT INTO test_clocks (site_id, now, target) VALUES (:site, :now, :target)
      ON CONFLICT (site_id) DO UPDATE SET now = excluded.now, target = excluded.target
      """;

  @Override
  public void put(TestClock clock) {
    var binds = Binds.at(clock.site()).with("now", clock.now()).with("target", clock.target());
    database.changeOne(PUT, binds, "the test clock");
  }

  @Override
  public void remove(SiteId site) {
    var _ = database.change("DELETE FROM test_clocks WHERE site_id = :site", Binds.at(site));
  }

  private static final String CLAIM =
      """
      WITH waiting AS MATERIALIZED (
        SELECT site_id AS site FROM test_clocks c
        WHERE (wake_at IS NULL OR wake_at <= :now)
          AND (now < target OR EXISTS (
            SELECT FROM renewals r WHERE r.site_id = c.site_id AND r.due_at <= c.now))
        LIMIT :most
        FOR NO KEY UPDATE OF c SKIP LOCKED
      )
      UPDATE test_clocks SET wake_at = :until
      FROM waiting
      WHERE site_id = waiting.site
      RETURNING site_id, now, target
      """;

  @Override
  public List<TestClock> claim(Instant now, Instant until, int most) {
    var binds = Binds.none().with("now", now).with("until", until).with("most", most);
    return database.list(CLAIM, binds, JdbiTestClocks::clock);
  }

  @Override
  public void release(SiteId site) {
    var _ =
        database.change(
            "UPDATE test_clocks SET wake_at = NULL WHERE site_id = :site", Binds.at(site));
  }

  private static final String LATEST =
      """
      SELECT max(at) AS latest FROM (
        SELECT updated_at AS at FROM subscriptions WHERE site_id = :site
        UNION ALL
        SELECT updated_at FROM renewals WHERE site_id = :site
      ) changes
      """;

  @Override
  public Optional<Instant> latestCreation(SiteId site) {
    return database
        .list(
            LATEST,
            Binds.at(site),
            columns -> Optional.ofNullable(columns.optionalInstant("latest")))
        .getFirst();
  }

  private static TestClock clock(Columns columns) throws SQLException {
    return new TestClock(
        new SiteId(columns.text("site_id")), columns.instant("now"), columns.instant("target"));
  }
}
