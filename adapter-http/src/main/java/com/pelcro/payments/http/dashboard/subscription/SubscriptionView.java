package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.renewal.SubscriptionStatus;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.dashboard.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A subscription's page.
public record SubscriptionView(
    SubscriptionRow row,
    String customer,
    String card,
    int failedAttempts,
    String collection,
    Map<String, String> metadata,
    Can can,
    List<RenewalView> renewals) {

  /// What can be done about it now.
  public record Can(
      boolean cancel, boolean pause, boolean resume, boolean change, boolean collect) {

    /// `isDue` says whether a period waits to be collected by hand.
    static Can of(Subscription subscription, boolean isDue) {
      var live = subscription.isLive();
      var state = subscription.state();
      var paused = state instanceof SubscriptionState.Paused;
      return new Can(
          live,
          live && !paused && !(state instanceof SubscriptionState.Incomplete),
          paused,
          live,
          subscription.isCollecting() && isDue);
    }

    public boolean anything() {
      return cancel || pause || resume || change || collect;
    }
  }

  /// A part of the list, and what was looked for.
  public record Page(
      String href,
      List<Choice> statuses,
      String customer,
      String externalId,
      boolean isNarrowed,
      List<SubscriptionRow> rows,
      @Nullable String next) {}

  static List<Choice> statuses(String chosen) {
    return Stream.of(SubscriptionStatus.values())
        .map(SubscriptionStatus::code)
        .map(code -> new Choice(code, Words.human(code), code.equals(chosen)))
        .toList();
  }

  static Map<String, String> metadata(Subscription subscription) {
    return new TreeMap<>(subscription.notes().metadata());
  }
}
