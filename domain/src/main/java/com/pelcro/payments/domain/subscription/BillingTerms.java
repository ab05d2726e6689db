package com.pelcro.payments.domain.subscription;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When a subscription is to be paid. Every period is computed from `anchor`, the start of the
/// first, in the subscription's zone: the local time of day is kept, the day is the month's last
/// where the month is too short, an hour that does not exist is the first after it.
///
/// @param totalPeriods after how many paid periods it ends; never, without
public record BillingTerms(
    Instant anchor,
    ZoneId zone,
    BillingInterval interval,
    @Nullable Integer totalPeriods,
    Collection collection) {

  /// Who starts the collection of a period that is due.
  public enum Collection {
    AUTOMATIC,
    ON_REQUEST;

    /// The name in the API and in rows.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public BillingTerms {
    if (totalPeriods != null && totalPeriods < 1) {
      throw new IllegalArgumentException("a subscription has one period at least");
    }
  }

  public BillingPeriod period(int index) {
    return new BillingPeriod(index, start(index), start(Math.addExact(index, 1)));
  }

  /// When period `index` begins.
  public Instant start(int index) {
    return index == 0
        ? anchor
        : anchor
            .atZone(zone)
            .toLocalDateTime()
            .plus(interval.times(index))
            .atZone(zone)
            .toInstant();
  }

  /// The index of the period that `now` is in; 0 before the first.
  public int indexAt(Instant now) {
    if (!now.isAfter(anchor)) {
      return 0;
    }
    var low = 0;
    var high = 1;
    while (!start(high).isAfter(now)) {
      low = high;
      high = Math.multiplyExact(high, 2);
    }
    while (high - low > 1) {
      var middle = (low + high) >>> 1;
      if (start(middle).isAfter(now)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /// Whether there is a period with this index.
  public boolean has(int index) {
    return totalPeriods == null || index < totalPeriods;
  }
}
