package com.pelcro.payments.application.event;

import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// Reads on in a feed, and waits a while when there is nothing more.
public final class ReadEvents {

  /// How often in a row a reader may look ahead past what he does not want.
  private static final int MOST_STRETCHES = 100;

  private final EventFeed feed;
  private final FeedWatch watch;

  @Inject
  public ReadEvents(EventFeed feed, FeedWatch watch) {
    this.feed = feed;
    this.watch = watch;
  }

  /// The next page. When there is nothing on it yet, waits for `patience` at most; not at all if
  /// that is zero.
  public Result<FeedPage> read(Reading reading, Duration patience) {
    var after = reading.after();
    if (after != null && patience.isPositive() && watch.broughtTo(reading.feed(), after)) {
      return new Done<>(watch.await(reading, patience));
    }
    return after == null || feed.has(reading.feed(), after)
        ? new Done<>(next(reading, patience))
        : new Refused<>(unknown());
  }

  private FeedPage next(Reading reading, Duration patience) {
    var page = ahead(reading);
    return page.events().isEmpty() && patience.isPositive()
        ? watch.await(reading.from(page.upTo()), patience)
        : page;
  }

  /// The next page with events, or the one that has come to the feed's end.
  private FeedPage ahead(Reading reading) {
    var from = reading;
    var page = feed.read(from);
    for (int stretch = 1; stretch < MOST_STRETCHES && movedInVain(page, from); stretch++) {
      from = from.from(page.upTo());
      page = feed.read(from);
    }
    return page;
  }

  private static boolean movedInVain(FeedPage page, Reading from) {
    return page.events().isEmpty() && !Objects.equals(page.upTo(), from.after());
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
