package com.pelcro.payments.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The order that the table of events offers to a reader of all sites.
final class FeedOverAllSitesTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int WRITERS = 12;
  private static final int ROUNDS = 40;

  private record Line(String horizon, long position, String site, long sequence) {}

  private static final Line BEGINNING = new Line("0", 0, "", 0);

  private static final String NEXT =
      """
      SELECT horizon, position, site_id, sequence FROM events
      WHERE (horizon, position) > (CAST(:horizon AS xid8), :position)
        AND horizon <= pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY horizon, position
      LIMIT 7
      """;

  @Test
  void a_reader_while_many_write_sees_each_event_once_and_each_site_in_order() {
    var scenes = Stream.generate(() -> Scene.in(DATABASE.storage())).limit(3).toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing =
          CompletableFuture.supplyAsync(
              () -> Together.run(WRITERS, number -> write(scenes.get(number % 3), number)),
              executor);
      var seen = read(writing);
      assertThat(writing.join()).hasSize(WRITERS);
      for (var scene : scenes) {
        assertThat(seen)
            .filteredOn(line -> line.site().equals(scene.id().value()))
            .extracting(Line::sequence)
            .isEqualTo(
                DATABASE.storage().recorded(scene.id()).stream()
                    .map(RecordedEvent::sequence)
                    .toList());
      }
      assertThat(seen).hasSize(WRITERS * ROUNDS * 4 / 5);
    }
  }

  /// Reads on until nothing came after everybody had written.
  private static List<Line> read(CompletableFuture<?> writing) {
    var seen = new ArrayList<Line>();
    while (true) {
      var last = writing.isDone();
      var page = after(seen.isEmpty() ? BEGINNING : seen.getLast());
      seen.addAll(page);
      if (last && page.isEmpty()) {
        return seen;
      }
    }
  }

  private static List<Line> after(Line line) {
    return DATABASE
        .database()
        .list(
            NEXT,
            Binds.none().with("horizon", line.horizon()).with("position", line.position()),
            columns ->
                new Line(
                    columns.text("horizon"),
                    columns.count("position"),
                    columns.text("site_id"),
                    columns.count("sequence")));
  }

  private static int write(Scene scene, int writer) {
    var charge = scene.pending();
    for (int round = 0; round < ROUNDS; round++) {
      var refused = round % 5 == writer % 5;
      var result =
          scene.storage().transactions().inTransaction(() -> append(scene, charge, refused));
      assertThat(result instanceof Refused).isEqualTo(refused);
    }
    return writer;
  }

  /// The lock on a row of its own gives the transaction its id before its turn in the feed.
  private static Result<Charge> append(Scene scene, Charge charge, boolean refused) {
    var locked = scene.storage().charges().lock(scene.id(), charge.id()).orElseThrow();
    scene.storage().charges().update(locked);
    scene.storage().eventLog().append(new ChargeMoved(locked));
    return refused ? new Refused<>(new NotFound("a reason")) : new Done<>(locked);
  }
}
