package com.pelcro.payments.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerAdded;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodSaved;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [EventFeed] keeps to, together with the [EventLog] it reads.
public abstract class EventFeedContract {

  private static final EventTypes ANY = new EventTypes.Any();
  private static final Feed ALL_SITES = new Feed.OfAllSites();

  private FeedWatch watch;
  private ReadEvents events;
  private Scene scene;
  private Feed feed;

  protected abstract Storage storage();

  @BeforeEach
  void open() {
    watch = new FeedWatch(storage().eventFeed());
    events = new ReadEvents(storage().eventFeed(), watch);
    scene = Scene.in(storage());
    feed = new Feed.OfSite(scene.id());
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private FeedPage read(@Nullable EventId after, EventTypes types, int limit) {
    return storage().eventFeed().read(new Reading(feed, after, types, limit));
  }

  @Test
  void who_looks_back_sees_the_newest_first() {
    append(5);
    var all = storage().recorded(scene.id()).reversed();

    var last = storage().eventFeed().latest(scene.id(), null, 2);
    assertThat(last).containsExactlyElementsOf(all.subList(0, 2));
    assertThat(storage().eventFeed().latest(scene.id(), last.getLast().sequence(), 100))
        .containsExactlyElementsOf(all.subList(2, all.size()));
    assertThat(storage().eventFeed().latest(Scene.in(storage()).id(), null, 10)).isEmpty();
  }

  private void append(int count) {
    var charge = scene.pending();
    storage()
        .run(
            () -> {
              for (int number = 0; number < count; number++) {
                storage().eventLog().append(new ChargeMoved(charge));
              }
            });
  }

  private List<EventId> recorded() {
    return ids(storage().recorded(scene.id()));
  }

  private static List<EventId> ids(List<RecordedEvent> rows) {
    return rows.stream().map(RecordedEvent::id).toList();
  }

  private static List<Long> sequences(List<RecordedEvent> rows, SiteId site) {
    return rows.stream()
        .filter(row -> row.site().equals(site))
        .map(RecordedEvent::sequence)
        .toList();
  }

  private static List<Long> upTo(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @Test
  void a_feed_without_events_leads_nowhere() {
    assertThat(read(null, ANY, 10)).isEqualTo(new FeedPage(List.of(), null));
    assertThat(storage().eventFeed().heads(Set.of(feed))).isEmpty();
  }

  @Test
  void an_event_is_read_as_it_was_recorded() {
    append(1);
    assertThat(read(null, ANY, 10).events()).isEqualTo(storage().recorded(scene.id()));
  }

  @Test
  void events_are_read_page_by_page_oldest_first() {
    append(5);
    var first = read(null, ANY, 2);
    var second = read(first.upTo(), ANY, 2);
    var third = read(second.upTo(), ANY, 2);
    assertThat(ids(first.events())).isEqualTo(recorded().subList(0, 2));
    assertThat(ids(second.events())).isEqualTo(recorded().subList(2, 4));
    assertThat(ids(third.events())).isEqualTo(recorded().subList(4, 5));
    assertThat(third.upTo()).isEqualTo(recorded().getLast());
    assertThat(read(third.upTo(), ANY, 2)).isEqualTo(new FeedPage(List.of(), third.upTo()));
  }

  @Test
  void reading_again_from_any_event_gives_all_that_followed_it() {
    append(6);
    for (int at = 0; at < 6; at++) {
      assertThat(ids(read(recorded().get(at), ANY, 100).events()))
          .isEqualTo(recorded().subList(at + 1, 6));
    }
  }

  @Test
  void only_wanted_types_are_read_and_the_reader_comes_to_the_end_all_the_same() {
    var log = storage().eventLog();
    log.append(new PaymentMethodSaved(scene.method()));
    log.append(new ChargeMoved(scene.pending()));
    log.append(new ChargeMoved(scene.captured()));
    log.append(new CustomerAdded(scene.customer()));
    assertThat(types(new EventTypes.Exactly("charge.captured"))).containsExactly("charge.captured");
    assertThat(types(new EventTypes.About("charge")))
        .containsExactly("charge.pending", "charge.captured");
    assertThat(types(new EventTypes.About("payment_method")))
        .containsExactly("payment_method.saved");
    assertThat(types(new EventTypes.About("payment"))).isEmpty();
    assertThat(types(new EventTypes.Exactly("charge_captured"))).isEmpty();
    assertThat(types(new EventTypes.Exactly("payment%saved"))).isEmpty();
  }

  private List<String> types(EventTypes wanted) {
    var page = read(null, wanted, 10);
    assertThat(page.upTo()).isEqualTo(recorded().getLast());
    return page.events().stream().map(RecordedEvent::type).toList();
  }

  @Test
  void a_full_page_of_wanted_events_leads_on_from_its_last() {
    append(3);
    var page = read(null, new EventTypes.About("charge"), 2);
    assertThat(ids(page.events())).isEqualTo(recorded().subList(0, 2));
    assertThat(page.upTo()).isEqualTo(recorded().get(1));
  }

  @Test
  void a_reader_who_wants_none_of_many_comes_past_them_all() {
    append(2100);
    storage().eventLog().append(new CustomerAdded(scene.customer()));
    var wanted = new EventTypes.About("customer");
    var page = read(null, wanted, 10);
    for (var before = page.upTo(); page.events().isEmpty(); before = page.upTo()) {
      page = read(page.upTo(), wanted, 10);
      assertThat(page.upTo()).isNotEqualTo(before);
    }
    assertThat(ids(page.events())).containsExactly(recorded().getLast());
  }

  @Test
  void an_event_is_known_in_its_sites_feed_and_in_that_of_all_sites() {
    append(1);
    var event = recorded().getFirst();
    var elsewhere = new Feed.OfSite(Scene.in(storage()).id());
    assertThat(storage().eventFeed().has(feed, event)).isTrue();
    assertThat(storage().eventFeed().has(ALL_SITES, event)).isTrue();
    assertThat(storage().eventFeed().has(elsewhere, event)).isFalse();
    assertThat(storage().eventFeed().has(ALL_SITES, EventId.next())).isFalse();
  }

  @Test
  void the_head_of_a_feed_is_its_newest_event() {
    append(2);
    var elsewhere = Scene.in(storage());
    storage().eventLog().append(new CustomerAdded(elsewhere.customer()));
    var other = new Feed.OfSite(elsewhere.id());
    var reader = new FeedReader(events, ALL_SITES, 100, scene.id(), elsewhere.id());
    var newest = reader.follow(3).getLast().id();
    assertThat(storage().eventFeed().heads(Set.of(feed, other, ALL_SITES)))
        .containsEntry(feed, recorded().getLast())
        .containsEntry(other, newest)
        .containsEntry(ALL_SITES, newest);
  }

  @Test
  void readers_while_many_write_are_told_everything_once_and_in_order() {
    var other = Scene.in(storage());
    var both = new SiteId[] {scene.id(), other.id()};
    var told =
        Together.run(
            21,
            number ->
                switch (number) {
                  case 16 -> FeedReader.of(events, scene.id(), 7).follow(192);
                  case 17 -> FeedReader.of(events, scene.id(), 100).follow(192);
                  case 18 -> FeedReader.of(events, other.id(), 1).follow(64);
                  case 19 -> new FeedReader(events, ALL_SITES, 5, both).follow(256);
                  case 20 -> new FeedReader(events, ALL_SITES, 100, both).follow(256);
                  default -> write(number % 4 == 3 ? other : scene, number);
                });
    assertThat(sequences(told.get(16), scene.id())).isEqualTo(upTo(192));
    assertThat(sequences(told.get(17), scene.id())).isEqualTo(upTo(192));
    assertThat(sequences(told.get(18), other.id())).isEqualTo(upTo(64));
    for (var everything : told.subList(19, 21)) {
      assertThat(everything).hasSize(256);
      assertThat(sequences(everything, scene.id())).isEqualTo(upTo(192));
      assertThat(sequences(everything, other.id())).isEqualTo(upTo(64));
    }
  }

  /// Ten transactions of two events each; every fifth is rolled back.
  private List<RecordedEvent> write(Scene at, int writer) {
    for (int round = 0; round < 10; round++) {
      var charge = at.pending();
      var refused = round % 5 == writer % 5;
      var result = storage().transactions().inTransaction(() -> append(charge, refused));
      assertThat(result instanceof Refused).isEqualTo(refused);
    }
    return List.of();
  }

  private Result<Charge> append(Charge charge, boolean refused) {
    storage().eventLog().append(new ChargeMoved(charge));
    storage().eventLog().append(new ChargeMoved(charge));
    return refused ? new Refused<>(new NotFound("a reason")) : new Done<>(charge);
  }

  @Test
  void all_sites_can_be_read_again_from_any_event() {
    append(3);
    var all = new FeedReader(events, ALL_SITES, 100, scene.id()).follow(3);
    for (int at = 0; at < 3; at++) {
      var again = storage().eventFeed().read(new Reading(ALL_SITES, all.get(at).id(), ANY, 100));
      assertThat(ids(again.events())).isEqualTo(ids(all).subList(at + 1, 3));
      assertThat(Objects.requireNonNull(again.upTo())).isEqualTo(ids(all).getLast());
    }
  }
}
