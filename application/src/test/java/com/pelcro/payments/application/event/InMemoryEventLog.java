package com.pelcro.payments.application.event;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.event.PaymentEvent;
import java.time.InstantSource;

/// The feeds of all sites in memory.
public final class InMemoryEventLog implements EventLog {

  private final InMemoryDatabase database;
  private final Snapshots snapshots;
  private final InstantSource clock;

  public InMemoryEventLog(InMemoryDatabase database, Snapshots snapshots, InstantSource clock) {
    this.database = database;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Override
  public void append(PaymentEvent event) {
    var snapshot = snapshots.of(event);
    database.tell(
        () -> {
          database.sites.require(event.site(), event.site().value());
          var row = row(event, snapshot);
          database.events.insert(event.site(), String.format("%010d", row.sequence()), row);
        });
  }

  private RecordedEvent row(PaymentEvent event, Snapshot snapshot) {
    return new RecordedEvent(
        EventId.next(),
        event.site(),
        database.events.of(event.site()).count() + 1,
        event.type(),
        clock.instant(),
        snapshot.objectType(),
        snapshot.objectId(),
        database.events.of(event.site()).filter(row -> tells(row, snapshot)).count() + 1,
        snapshot.json());
  }

  private static boolean tells(RecordedEvent row, Snapshot snapshot) {
    return row.objectType().equals(snapshot.objectType())
        && row.objectId().equals(snapshot.objectId());
  }
}
