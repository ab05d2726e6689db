package com.pelcro.payments.application.event;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.domain.event.EventId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets readers wait for what happens next. One look at the heads of all feeds that are waited for
/// serves every reader of this instance, what several want is read once, and nobody looks while
/// nobody waits.
@Singleton
public final class FeedWatch implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /// Waits for a page with events; goes past what it does not want without waking up.
  private static final class Reader {

    private final CompletableFuture<Optional<FeedPage>> page = new CompletableFuture<>();
    private volatile Reading reading;

    Reader(Reading reading) {
      this.reading = reading;
    }

    void told(FeedPage next) {
      if (next.events().isEmpty()) {
        reading = reading.from(next.upTo());
      } else {
        page.complete(Optional.of(next));
      }
    }

    FeedPage await(Duration patience) {
      return page.completeOnTimeout(Optional.empty(), patience.toNanos(), NANOSECONDS)
          .join()
          .orElseGet(() -> new FeedPage(List.of(), reading.after()));
    }

    void giveUp() {
      page.complete(Optional.empty());
    }
  }

  /// In feeds: more than any instance has readers for.
  private static final int MOST_TOLD = 10_000;

  private final EventFeed feed;

  /// How far each feed was last told: where its readers come back from.
  private final Map<Feed, EventId> told = new ConcurrentHashMap<>();

  private final Set<Reader> readers = new HashSet<>();
  private @Nullable Thread watcher;
  private boolean closed;

  @Inject
  public FeedWatch(EventFeed feed) {
    this.feed = feed;
  }

  /// Waits for the next page with events; an empty one when there was none in time, or when this
  /// instance stops.
  FeedPage await(Reading reading, Duration patience) {
    var reader = new Reader(reading);
    enter(reader);
    try {
      return reader.await(patience);
    } finally {
      leave(reader);
    }
  }

  /// Whether this is where readers of the feed were brought last: an event of it for certain, and
  /// nothing to be read before the next look.
  boolean broughtTo(Feed feed, EventId event) {
    return event.equals(told.get(feed));
  }

  /// How many wait right now.
  public synchronized int waiting() {
    return readers.size();
  }

  private synchronized void enter(Reader reader) {
    if (closed) {
      reader.giveUp();
      return;
    }
    readers.add(reader);
    notifyAll();
    if (watcher == null || !watcher.isAlive()) {
      watcher = Thread.ofVirtual().name("feed-watch").start(this::watch);
    }
  }

  private synchronized void leave(Reader reader) {
    readers.remove(reader);
  }

  private void watch() {
    try {
      for (var waiting = whoWaits(); !waiting.isEmpty(); waiting = whoWaits()) {
        look(waiting);
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Those to look for, as soon as there is anybody; nobody once this is closed.
  private synchronized List<Reader> whoWaits() throws InterruptedException {
    while (readers.isEmpty() && !closed) {
      wait();
    }
    return closed ? List.of() : List.copyOf(readers);
  }

  private void look(List<Reader> waiting) {
    try {
      var heads =
          feed.heads(
              waiting.stream().map(reader -> reader.reading.feed()).collect(Collectors.toSet()));
      waiting.stream()
          .collect(Collectors.groupingBy(reader -> reader.reading))
          .forEach(
              (reading, alike) -> {
                if (!Objects.equals(heads.get(reading.feed()), reading.after())) {
                  var next = feed.read(reading);
                  brought(reading.feed(), next.upTo(), heads.get(reading.feed()));
                  alike.forEach(reader -> reader.told(next));
                }
              });
    } catch (StorageUnavailable _) {
      // Perhaps it is back at the next look; who waits in vain is told when he asks again.
    }
  }

  /// Whoever has not come to the end reads on without waiting.
  private void brought(Feed feed, @Nullable EventId event, @Nullable EventId end) {
    if (told.size() >= MOST_TOLD) {
      told.clear();
    }
    if (event != null && event.equals(end)) {
      told.put(feed, event);
    }
  }

  /// Ends all waiting, now and from now on.
  @Override
  public synchronized void close() {
    closed = true;
    readers.forEach(Reader::giveUp);
    notifyAll();
  }
}
