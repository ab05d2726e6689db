package com.pelcro.payments.application.event;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.domain.event.EventId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets readers wait for what happens next. One look at the heads of all feeds that are waited for
/// serves every reader of this instance, and nobody looks while nobody waits.
@Singleton
public final class FeedWatch implements AutoCloseable {

  /// What came of waiting.
  enum Outcome {
    /// The feed went on.
    NEWS,
    /// It did not in time, or this instance stops.
    NONE
  }

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /// Waits for `feed` to have another head than the event it has seen.
  private record Reader(Feed feed, @Nullable EventId seen, CompletableFuture<Outcome> outcome) {

    void compare(@Nullable EventId head) {
      if (!Objects.equals(head, seen)) {
        var _ = outcome.complete(Outcome.NEWS);
      }
    }
  }

  private final EventFeed feed;
  private final Set<Reader> readers = new HashSet<>();
  private @Nullable Thread watcher;
  private boolean closed;

  @Inject
  public FeedWatch(EventFeed feed) {
    this.feed = feed;
  }

  /// Waits until the feed's newest event is another than `seen`; a wait of nothing is over at once.
  Outcome await(Feed of, @Nullable EventId seen, Duration wait) {
    if (!wait.isPositive()) {
      return Outcome.NONE;
    }
    var outcome =
        new CompletableFuture<Outcome>()
            .completeOnTimeout(Outcome.NONE, wait.toNanos(), NANOSECONDS);
    var reader = new Reader(of, seen, outcome);
    enter(reader);
    try {
      return outcome.join();
    } finally {
      leave(reader);
    }
  }

  /// How many wait right now.
  public synchronized int waiting() {
    return readers.size();
  }

  private synchronized void enter(Reader reader) {
    if (closed) {
      var _ = reader.outcome().complete(Outcome.NONE);
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
      var heads = feed.heads(waiting.stream().map(Reader::feed).collect(Collectors.toSet()));
      waiting.forEach(reader -> reader.compare(heads.get(reader.feed())));
    } catch (StorageUnavailable _) {
      // Perhaps it is back at the next look; who waits in vain is told when he asks again.
    }
  }

  /// Ends all waiting, now and from now on.
  @Override
  public synchronized void close() {
    closed = true;
    readers.forEach(reader -> reader.outcome().complete(Outcome.NONE));
    notifyAll();
  }
}
