package com.pelcro.payments.application.event;

import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerAdded;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodSaved;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadEventsTest {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration SHORTLY = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final EventTypes ANY = new EventTypes.Any();

  private final InMemoryStorage storage = InMemoryStorage.empty();
  private final FeedWatch watch = new FeedWatch(storage.eventFeed());
  private final ReadEvents events = new ReadEvents(storage.eventFeed(), watch);
  private final Scene scene = Scene.in(storage);
  private final Feed feed = new Feed.OfSite(scene.id());

  @AfterEach
  void close() {
    watch.close();
  }

  private FeedPage read(@Nullable EventId after, EventTypes types, Duration patience) {
    return done(events.read(new Reading(feed, after, types, 10), patience));
  }

  private CompletableFuture<FeedPage> reading(Feed of, EventTypes types, Duration patience) {
    return reading(of, null, types, patience);
  }

  private CompletableFuture<FeedPage> reading(
      Feed of, @Nullable EventId after, EventTypes types, Duration patience) {
    return CompletableFuture.supplyAsync(
        () -> done(events.read(new Reading(of, after, types, 10), patience)),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private void append() {
    storage.eventLog().append(new ChargeMoved(scene.pending()));
  }

  private EventId newest() {
    return storage.recorded(scene.id()).getLast().id();
  }

  private static void until(BooleanSupplier condition) {
    await().atMost(30, SECONDS).until(condition::getAsBoolean);
  }

  @Test
  void what_is_there_is_read_without_waiting() {
    append();
    assertThat(read(null, ANY, LONG).events()).hasSize(1);
  }

  @Test
  void an_event_the_feed_does_not_have_is_refused_whosever_it_is() {
    var other = Scene.in(storage);
    storage.eventLog().append(new CustomerAdded(other.customer()));
    var foreign = storage.recorded(other.id()).getFirst().id();
    for (var after : new EventId[] {foreign, EventId.next()}) {
      var refused =
          refusal(InvalidFields.class, events.read(new Reading(feed, after, ANY, 10), AT_ONCE));
      assertThat(refused.problems())
          .singleElement()
          .extracting(FieldProblem::pointer)
          .isEqualTo("/query/after");
      assertThat(refused.problems().getFirst().detail()).contains("next_cursor");
    }
  }

  @Test
  void without_news_the_page_is_empty_when_the_wait_is_over_and_leads_on_from_where_it_was() {
    append();
    assertThat(read(newest(), ANY, AT_ONCE).upTo()).isEqualTo(newest());
    var page = read(newest(), ANY, SHORTLY);
    assertThat(page.events()).isEmpty();
    assertThat(page.upTo()).isEqualTo(newest());
  }

  @Test
  void a_reader_is_woken_by_the_next_event() throws Exception {
    var site = reading(feed, ANY, LONG);
    var all = reading(new Feed.OfAllSites(), ANY, LONG);
    until(() -> watch.waiting() == 2);
    append();
    assertThat(site.get(30, SECONDS).events()).hasSize(1);
    assertThat(all.get(30, SECONDS).events()).hasSize(1);
    assertThat(watch.waiting()).isZero();
  }

  @Test
  void who_comes_back_from_where_he_was_brought_meets_what_happened_meanwhile() throws Exception {
    var reader = reading(feed, ANY, LONG);
    until(() -> watch.waiting() == 1);
    append();
    var brought = reader.get(30, SECONDS).upTo();
    append();
    var next = reading(feed, brought, ANY, LONG).get(30, SECONDS);
    assertThat(next.upTo()).isEqualTo(newest());
    assertThat(next.events()).hasSize(1);
  }

  @Test
  void a_reader_waits_on_through_what_he_does_not_want() throws Exception {
    var reader = reading(feed, new EventTypes.About("customer"), LONG);
    until(() -> watch.waiting() == 1);
    append();
    assertThat(reading(feed, ANY, LONG).get(30, SECONDS).events()).hasSize(1);
    assertThat(watch.waiting()).isEqualTo(1);
    storage.eventLog().append(new CustomerAdded(scene.customer()));
    assertThat(reader.get(30, SECONDS).events())
        .extracting(RecordedEvent::type)
        .containsExactly("customer.created");
  }

  @Test
  void a_reader_is_led_past_all_he_does_not_want_at_once() {
    for (int number = 0; number < 55; number++) {
      append();
    }
    var page = read(null, new EventTypes.About("customer"), AT_ONCE);
    assertThat(page.events()).isEmpty();
    assertThat(page.upTo()).isEqualTo(newest());
  }

  /// Looks follow one another: when the second event was told, the first was passed over.
  @Test
  void a_reader_who_waited_past_what_he_did_not_want_is_led_on_from_there() throws Exception {
    var reader = reading(feed, new EventTypes.About("customer"), LONG);
    until(() -> watch.waiting() == 1);
    EventId after = null;
    for (int number = 0; number < 2; number++) {
      var other = reading(feed, after, new EventTypes.About("payment_method"), LONG);
      until(() -> watch.waiting() == 2);
      append();
      storage.eventLog().append(new PaymentMethodSaved(scene.method()));
      assertThat(other.get(30, SECONDS).events()).isNotEmpty();
      after = newest();
    }
    watch.close();
    assertThat(reader.get(30, SECONDS).events()).isEmpty();
    assertThat(reader.get().upTo()).isNotNull();
  }

  @Test
  void another_sites_event_wakes_nobody_here() throws Exception {
    var reader = reading(feed, ANY, LONG);
    until(() -> watch.waiting() == 1);
    storage.eventLog().append(new CustomerAdded(Scene.in(storage).customer()));
    assertThat(reading(new Feed.OfAllSites(), ANY, LONG).get(30, SECONDS).events()).hasSize(1);
    assertThat(watch.waiting()).isEqualTo(1);
    append();
    assertThat(reader.get(30, SECONDS).events()).hasSize(1);
  }

  @Test
  void closing_ends_all_waiting_for_good() throws Exception {
    var reader = reading(feed, ANY, LONG);
    until(() -> watch.waiting() == 1);
    watch.close();
    assertThat(reader.get(30, SECONDS).events()).isEmpty();
    assertThat(reading(feed, ANY, LONG).get(30, SECONDS).events()).isEmpty();
    assertThat(watch.waiting()).isZero();
  }

  @Test
  void a_hundred_readers_are_woken_by_one_event() throws Exception {
    var readers =
        java.util.stream.Stream.generate(() -> reading(feed, ANY, LONG)).limit(100).toList();
    until(() -> watch.waiting() == 100);
    append();
    for (var reader : readers) {
      assertThat(reader.get(30, SECONDS).events()).hasSize(1);
    }
  }
}
