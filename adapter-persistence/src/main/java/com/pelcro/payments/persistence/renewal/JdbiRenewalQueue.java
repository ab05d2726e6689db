package com.pelcro.payments.persistence.renewal;

import com.pelcro.payments.application.renewal.DueRenewal;
import com.pelcro.payments.application.renewal.RenewalQueue;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The renewals that are due, by the partial index `renewals_to_wake`.
public final class JdbiRenewalQueue implements RenewalQueue {

  private final Database database;

  @Inject
  public JdbiRenewalQueue(Database database) {
    this.database = database;
  }

  /// What is due is picked first and for sure once, then taken over; an update by itself would give
  /// it back in any order.
  static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT site_id AS site, renewal_id AS id, wake_at AS woken_at FROM renewals r
        WHERE wake_at <= :now
          AND NOT EXISTS (SELECT FROM test_clocks c WHERE c.site_id = r.site_id)
        ORDER BY wake_at
        LIMIT :most
        FOR NO KEY UPDATE OF r SKIP LOCKED
      ), claimed AS (
        UPDATE renewals SET wake_at = :until
        FROM due
        WHERE site_id = due.site AND renewal_id = due.id
        RETURNING site_id, subscription_id, renewal_id, due_at, woken_at
      )
      SELECT site_id, subscription_id, renewal_id, due_at, woken_at FROM claimed
      ORDER BY woken_at, renewal_id
      """;

  @Override
  public List<DueRenewal> claim(Instant now, Instant until, int most) {
    var binds = Binds.none().with("now", now).with("until", until).with("most", most);
    return database.list(CLAIM, binds, RenewalMapper::due);
  }

  private static final String PUT_OFF =
      """
      UPDATE renewals r SET wake_at = put_off.turn::timestamptz
      FROM unnest(:sites::text[], :ids::text[], :turns::text[]) AS put_off (site, id, turn)
      WHERE r.site_id = put_off.site AND r.renewal_id = put_off.id AND r.wake_at IS NOT NULL
      """;

  /// What was canceled or changed meanwhile has another time to wake, or none.
  @Override
  public void putOff(List<DueRenewal> claimed) {
    if (!claimed.isEmpty()) {
      var binds =
          Binds.none()
              .texts("sites", claimed.stream().map(due -> due.site().value()).toList())
              .texts("ids", claimed.stream().map(due -> due.renewal().value()).toList())
              .texts("turns", claimed.stream().map(due -> due.turn().toString()).toList());
      var _ = database.change(PUT_OFF, binds);
    }
  }

  private static final String NEXT =
      """
      SELECT site_id, subscription_id, renewal_id, due_at, due_at AS woken_at FROM renewals
      WHERE site_id = :site AND due_at <= :now
      ORDER BY due_at, renewal_id
      LIMIT 1
      """;

  @Override
  public Optional<DueRenewal> next(SiteId site, Instant now) {
    return database.find(NEXT, Binds.at(site).with("now", now), RenewalMapper::due);
  }

  private static final String IS_PROCESSING =
      """
      SELECT EXISTS (
        SELECT FROM renewals WHERE site_id = :site AND state = 'processing') AS processing
      """;

  @Override
  public boolean isProcessing(SiteId site) {
    return database
        .find(IS_PROCESSING, Binds.at(site), columns -> columns.flag("processing"))
        .orElseThrow();
  }

  private static final String BACKLOG =
      """
      SELECT count(*) AS due FROM renewals r
      WHERE wake_at <= :now
        AND NOT EXISTS (SELECT FROM test_clocks c WHERE c.site_id = r.site_id)
      """;

  @Override
  public long backlog(Instant now) {
    return database
        .find(BACKLOG, Binds.none().with("now", now), columns -> columns.count("due"))
        .orElseThrow();
  }
}
