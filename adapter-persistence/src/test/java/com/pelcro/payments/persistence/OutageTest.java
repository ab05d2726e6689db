package com.pelcro.payments.persistence;

import static com.pelcro.payments.application.Outcomes.done;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.event.EventTypes;
import com.pelcro.payments.application.event.Feed;
import com.pelcro.payments.application.event.FeedWatch;
import com.pelcro.payments.application.event.PlainSnapshots;
import com.pelcro.payments.application.event.ReadEvents;
import com.pelcro.payments.application.event.Reading;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerAdded;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestSites;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that goes away and comes back, under a pool that stays.
final class OutageTest {

  private static Path directory;
  private static EmbeddedPostgres server;
  private static JdbiStorage storage;

  @BeforeAll
  static void start(@TempDir Path temporary) throws IOException {
    directory = temporary;
    server = server(0);
    var settings = TestServer.settings(server, "postgres");
    storage = JdbiStorage.on(settings, new PlainSnapshots(), new SettableClock());
    new Migrations(settings, storage.database()).run();
  }

  @AfterAll
  static void close() throws IOException {
    storage.database().close();
    server.close();
  }

  @Test
  void the_pool_finds_a_database_that_came_back() throws IOException {
    var kept = add(TestSites.daily());
    stop();
    assertThatThrownBy(() -> storage.database().ping()).isInstanceOf(StorageUnavailable.class);
    assertThatThrownBy(() -> storage.run(() -> add(TestSites.daily())))
        .isInstanceOf(StorageUnavailable.class);
    startAgain();
    assertThat(storage.sites().find(kept)).isPresent();
    assertThat(storage.sites().find(add(TestSites.daily()))).isPresent();
  }

  @Test
  void a_commit_without_an_answer_throws() throws IOException {
    var lost = TestSites.daily();
    assertThatThrownBy(
            () ->
                storage.run(
                    () -> {
                      var _ = add(lost);
                      stop();
                    }))
        .isInstanceOf(StorageUnavailable.class);
    startAgain();
    assertThat(storage.sites().find(lost.id())).isEmpty();
  }

  @Test
  void a_statement_in_a_transaction_that_lost_its_server_throws() throws IOException {
    Supplier<Object> work =
        () -> {
          stop();
          return storage.sites().find(SiteId.next());
        };
    assertThatThrownBy(() -> storage.commit(work)).isInstanceOf(StorageUnavailable.class);
    startAgain();
  }

  @Test
  void a_transaction_that_lost_its_connection_stays_lost_whoever_asks_on() {
    Supplier<Object> work =
        () -> {
          assertThatThrownBy(OutageTest::loseConnection).isInstanceOf(StorageUnavailable.class);
          return storage.sites().find(SiteId.next());
        };
    assertThatThrownBy(() -> storage.commit(work)).isInstanceOf(StorageUnavailable.class);
  }

  private static void loseConnection() {
    var _ =
        storage
            .database()
            .list("SELECT pg_terminate_backend(pg_backend_pid())", Binds.none(), _ -> true);
  }

  @Test
  void a_reader_who_waits_through_an_outage_is_told_what_happened_after_it() throws Exception {
    var scene = Scene.in(storage);
    try (var watch = new FeedWatch(storage.eventFeed());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var events = new ReadEvents(storage.eventFeed(), watch);
      var feed = new Feed.OfSite(scene.id());
      var first = new Reading(feed, null, new EventTypes.Any(), 10);
      var reading = threads.submit(() -> done(events.read(first, Duration.ofMinutes(2))));
      await().until(() -> watch.waiting() == 1);
      stop();
      startAgain();
      storage.eventLog().append(new CustomerAdded(scene.customer()));
      assertThat(reading.get(60, SECONDS).events()).hasSize(1);
    }
  }

  private static void startAgain() throws IOException {
    server = server(server.getPort());
    await()
        .atMost(30, SECONDS)
        .ignoreException(StorageUnavailable.class)
        .until(
            () -> {
              storage.database().ping();
              return true;
            });
  }

  private static SiteId add(Site site) {
    storage.sites().add(site);
    return site.id();
  }

  private static void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres server(int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }
}
