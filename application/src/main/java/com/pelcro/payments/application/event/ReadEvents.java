package com.pelcro.payments.application.event;

import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.event.FeedWatch.Outcome;
import com.pelcro.payments.domain.event.EventId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Reads on in a feed, and waits a while when there is nothing more.
@Singleton
public final class ReadEvents {

  /// Up to `limit` wanted events after `after`, or from the beginning; `patience` is how long to
  /// wait for the first of them.
  public record Request(
      Feed feed, @Nullable EventId after, EventTypes types, int limit, Duration patience) {}

  /// However many wake up at once, they leave the database's connections to those who charge.
  private static final int AT_ONCE = 4;

  /// How often in a row a reader may look ahead past what he does not want.
  private static final int MOST_STRETCHES = 100;

  private final EventFeed feed;
  private final FeedWatch watch;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  @Inject
  public ReadEvents(EventFeed feed, FeedWatch watch) {
    this.feed = feed;
    this.watch = watch;
  }

  public Result<FeedPage> read(Request request) {
    var after = request.after();
    return after == null || feed.has(request.feed(), after)
        ? new Done<>(next(request))
        : new Refused<>(unknown());
  }

  private FeedPage next(Request request) {
    var end = System.nanoTime() + request.patience().toNanos();
    var page = ahead(request, request.after());
    while (page.events().isEmpty() && goesOn(request.feed(), page.upTo(), end)) {
      page = ahead(request, page.upTo());
    }
    return page;
  }

  private boolean goesOn(Feed of, @Nullable EventId seen, long end) {
    return watch.await(of, seen, Duration.ofNanos(end - System.nanoTime())) == Outcome.NEWS;
  }

  /// The next page with events, or the one that has come to the feed's end.
  private FeedPage ahead(Request request, @Nullable EventId after) {
    var before = after;
    var page = inTurn(request, before);
    for (int stretch = 1; stretch < MOST_STRETCHES && movedInVain(page, before); stretch++) {
      before = page.upTo();
      page = inTurn(request, before);
    }
    return page;
  }

  private static boolean movedInVain(FeedPage page, @Nullable EventId before) {
    return page.events().isEmpty() && !Objects.equals(page.upTo(), before);
  }

  private FeedPage inTurn(Request request, @Nullable EventId after) {
    turns.acquireUninterruptibly();
    try {
      return feed.read(request.feed(), after, request.types(), request.limit());
    } finally {
      turns.release();
    }
  }

  private static InvalidFields unknown() {
    return new InvalidFields(
        List.of(
            new FieldProblem(
                "/query/after",
                Kind.INVALID,
                "is no event of this feed; take the next_cursor of an earlier page, or leave it"
                    + " out to begin with the first event")));
  }
}
