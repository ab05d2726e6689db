package com.pelcro.payments.persistence.event;

import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.event.Snapshots;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.event.PaymentEvent;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// The tables `event_positions` and `events`.
public final class JdbiEventLog implements EventLog {

  private final Database database;
  private final Snapshots snapshots;
  private final InstantSource clock;

  @Inject
  public JdbiEventLog(Database database, Snapshots snapshots, InstantSource clock) {
    this.database = database;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /// Taking the position locks the site's feed until the transaction ends, so that positions follow
  /// the order of commits; it is the last lock a transaction takes. The two functions look anew
  /// once it is held.
  private static final String APPEND =
      """
      WITH position AS (
        INSERT INTO event_positions AS positions (site_id, last) VALUES (:site, 1)
        ON CONFLICT (site_id) DO UPDATE SET last = positions.last + 1
        RETURNING last
      )
      INSERT INTO events (site_id, sequence, event_id, type, created_at, object_type, object_id,
        object_sequence, data, horizon)
      SELECT :site, last, :id, :type, :createdAt, :objectType, :objectId,
        next_object_sequence(:site, :objectType, :objectId), CAST(:data AS json), feed_horizon()
      FROM position
      """;

  @Override
  public void append(PaymentEvent event) {
    var snapshot = snapshots.of(event);
    var binds =
        Binds.at(event.site())
            .with("id", EventId.next())
            .with("type", event.type())
            .with("createdAt", clock.instant())
            .with("objectType", snapshot.objectType())
            .with("objectId", snapshot.objectId())
            .with("data", snapshot.json());
    database.atLast(() -> database.changeOne(APPEND, binds, "the event"));
  }
}
