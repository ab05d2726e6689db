package com.pelcro.payments.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.event.Feed;
import com.pelcro.payments.application.event.FeedReader;
import com.pelcro.payments.application.event.FeedWatch;
import com.pelcro.payments.application.event.ReadEvents;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Readers of all sites among transactions that take their ids early and their time to commit.
final class FeedOverAllSitesTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int WRITERS = 12;
  private static final int ROUNDS = 40;
  private static final int TOLD = WRITERS * ROUNDS * 4 / 5;

  private FeedWatch watch;
  private ReadEvents events;

  @BeforeEach
  void open() {
    watch = new FeedWatch(DATABASE.storage().eventFeed());
    events = new ReadEvents(DATABASE.storage().eventFeed(), watch);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private FeedReader reader(int limit, List<Scene> scenes) {
    var sites = scenes.stream().map(Scene::id).toArray(SiteId[]::new);
    return new FeedReader(events, new Feed.OfAllSites(), limit, sites);
  }

  @Test
  void a_reader_while_many_write_sees_each_event_once_and_each_site_in_order() {
    var scenes = Stream.generate(() -> Scene.in(DATABASE.storage())).limit(3).toList();
    var told =
        Together.run(
            WRITERS + 2,
            number ->
                number < WRITERS
                    ? write(scenes.get(number % 3), number)
                    : reader(number == WRITERS ? 7 : 100, scenes).follow(TOLD));
    for (var seen : told.subList(WRITERS, WRITERS + 2)) {
      assertThat(seen).hasSize(TOLD);
      for (var scene : scenes) {
        assertThat(seen)
            .filteredOn(event -> event.site().equals(scene.id()))
            .isEqualTo(DATABASE.storage().recorded(scene.id()));
      }
    }
  }

  private static List<RecordedEvent> write(Scene scene, int writer) {
    var charge = scene.pending();
    for (int round = 0; round < ROUNDS; round++) {
      var refused = round % 5 == writer % 5;
      var result =
          scene.storage().transactions().inTransaction(() -> append(scene, charge, refused));
      assertThat(result instanceof Refused).isEqualTo(refused);
    }
    return List.of();
  }

  /// The lock on a row of its own gives the transaction its id before its turn in the feed.
  private static Result<Charge> append(Scene scene, Charge charge, boolean refused) {
    var locked = scene.storage().charges().lock(scene.id(), charge.id()).orElseThrow();
    scene.storage().charges().update(locked);
    scene.storage().eventLog().append(new ChargeMoved(locked));
    return refused ? new Refused<>(new NotFound("a reason")) : new Done<>(locked);
  }

  @Test
  void what_a_slow_transaction_will_tell_is_waited_for_and_its_own_site_waits_for_nobody() {
    var slow = Scene.in(DATABASE.storage());
    var quick = Scene.in(DATABASE.storage());
    var all = reader(100, List.of(slow, quick));
    var ofQuick = FeedReader.of(events, quick.id(), 100);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var appended = new CountDownLatch(1);
      var commit = new CountDownLatch(1);
      var charge = slow.pending();
      var slowly =
          CompletableFuture.runAsync(() -> appendSlowly(charge, appended, commit), executor);
      await(appended);
      DATABASE.storage().eventLog().append(new ChargeMoved(quick.pending()));

      assertThat(ofQuick.follow(1)).hasSize(1);
      assertThat(all.follow(0)).isEmpty();
      assertThat(FeedReader.of(events, slow.id(), 100).follow(0)).isEmpty();

      commit.countDown();
      slowly.join();
      assertThat(all.follow(2))
          .extracting(RecordedEvent::site)
          .containsExactlyInAnyOrder(slow.id(), quick.id());
    }
  }

  /// Changing a row gives the transaction its id; its turn in the feed comes when it commits.
  private static void appendSlowly(Charge charge, CountDownLatch appended, CountDownLatch commit) {
    var storage = DATABASE.storage();
    storage.run(
        () -> {
          storage
              .charges()
              .update(storage.charges().lock(charge.site(), charge.id()).orElseThrow());
          storage.eventLog().append(new ChargeMoved(charge));
          appended.countDown();
          await(commit);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
