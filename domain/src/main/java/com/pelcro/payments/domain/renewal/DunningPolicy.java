package com.pelcro.payments.domain.renewal;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.site.CardNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How a site goes after declined renewals.
///
/// @param retryAfter the waits after the first decline, the second, …; when they are used up, the
///   period is given up
/// @param finalAction what becomes of the subscription then
/// @param retryWithoutAdvice whether a soft decline is retried although the network gave no advice
/// @param cardCaps how many declined attempts a card network allows per card in 30 days, over all
///   subscriptions of the site
/// @param defaultCardCap the same for networks not named
public record DunningPolicy(
    List<Duration> retryAfter,
    FinalAction finalAction,
    boolean retryWithoutAdvice,
    Map<CardNetwork, Integer> cardCaps,
    int defaultCardCap) {

  /// What becomes of a subscription whose period stays unpaid.
  public enum FinalAction {
    CANCEL,
    PAUSE,
    KEEP_PAST_DUE;

    /// The name in the API and in rows.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The days over which the attempts on one card are counted.
  public static final Duration CAP_WINDOW = Duration.ofDays(30);

  /// A reason nobody knows is not tried for ever.
  private static final int MOST_RETRIES_OF_UNKNOWN = 2;

  /// Four retries over sixteen days, then the subscription is canceled.
  public static final DunningPolicy USUAL =
      new DunningPolicy(
          List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7)),
          FinalAction.CANCEL,
          true,
          Map.of(CardNetwork.VISA, 15, CardNetwork.MASTERCARD, 10),
          10);

  public DunningPolicy {
    retryAfter = List.copyOf(retryAfter);
    cardCaps = Map.copyOf(cardCaps);
    if (retryAfter.stream().anyMatch(wait -> !wait.isPositive())) {
      throw new IllegalArgumentException("a retry comes later than what it repeats");
    }
    if (defaultCardCap < 1 || cardCaps.values().stream().anyMatch(cap -> cap < 1)) {
      throw new IllegalArgumentException("a card can be tried once at least");
    }
  }

  public int cap(CardNetwork network) {
    return Objects.requireNonNullElse(cardCaps.get(network), defaultCardCap);
  }

  /// What follows from a decline that is the `strikes`th of this renewal.
  public DunningStep after(int strikes, DeclineReason reason, Instant now) {
    return switch (reason.category()) {
      case SOFT -> isRetried(strikes, reason) ? retry(strikes, reason, now) : awaited(strikes, now);
      case HARD, FIX -> awaited(strikes, now);
      case FRAUD, CONFIGURATION -> new DunningStep.Hold();
    };
  }

  private boolean isRetried(int strikes, DeclineReason reason) {
    return (retryWithoutAdvice || reason.retryAfter() != null)
        && (reason.code() != DeclineCode.UNKNOWN || strikes <= MOST_RETRIES_OF_UNKNOWN);
  }

  private DunningStep retry(int strikes, DeclineReason reason, Instant now) {
    if (strikes > retryAfter.size()) {
      return new DunningStep.GiveUp();
    }
    var ours = retryAfter.get(strikes - 1);
    var advised = Objects.requireNonNullElse(reason.retryAfter(), Duration.ZERO);
    return new DunningStep.RetryAt(now.plus(ours.compareTo(advised) < 0 ? advised : ours));
  }

  /// As long as the retries would have lasted.
  private DunningStep awaited(int strikes, Instant now) {
    var left = retryAfter.stream().skip(strikes - 1L).reduce(Duration.ZERO, Duration::plus);
    return left.isZero() ? new DunningStep.GiveUp() : new DunningStep.AwaitMethod(now.plus(left));
  }
}
