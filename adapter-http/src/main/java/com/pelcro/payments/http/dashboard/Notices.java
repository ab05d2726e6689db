package com.pelcro.payments.http.dashboard;

import java.util.Map;
import java.util.Optional;

/// What a page says after something was done: only these sentences, whatever the address says.
final class Notices {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("saved", "Saved."),
          Map.entry("configured", "Saved. Test the connection to be sure that the gateway agrees."),
          Map.entry("removed", "Removed."),
          Map.entry("added", "Added."),
          Map.entry("revoked", "Revoked. The key opens nothing any more, and ends its sessions."),
          Map.entry("refunded", "The refund was asked for. Its state is shown below."),
          Map.entry("voided", "The void was asked for. The timeline shows the answer."),
          Map.entry("captured", "The capture was asked for. The timeline shows the answer."),
          Map.entry("resolved", "Your decision is written down."),
          Map.entry("canceled", "The subscription was canceled."),
          Map.entry("canceling", "The subscription ends with its current period."),
          Map.entry("repriced", "The new price counts from the next period on."),
          Map.entry(
              "advancing", "The clock is on its way; what falls due by then is done in order."),
          Map.entry("realtime", "The site is back in real time."),
          Map.entry("paused", "The subscription is paused. Nothing is collected."),
          Map.entry("resumed", "The subscription goes on."),
          Map.entry("collected", "The period was asked for. Its attempt is shown below."),
          Map.entry("closed", "The difference is closed."));

  private Notices() {}

  static Optional<String> text(String code) {
    return Optional.ofNullable(TEXTS.get(code));
  }
}
