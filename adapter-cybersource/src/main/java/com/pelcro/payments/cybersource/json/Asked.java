package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.CardNetwork;
import org.jspecify.annotations.Nullable;

/// What an answer has to be measured against. `network` reads advice, `storing` is there when a
/// card was to be stored on the way, `target` names what a follow-up acts on.
public record Asked(
    Kind kind,
    Money amount,
    @Nullable CardNetwork network,
    @Nullable Storing storing,
    @Nullable String target) {

  /// What was asked for.
  public enum Kind {
    SALE,
    AUTHORIZATION,
    /// An authorization over nothing, to see whether a card is good.
    VERIFICATION,
    CAPTURE,
    REFUND,
    RELEASE,
    VOID;

    boolean isPayment() {
      return this == SALE || this == AUTHORIZATION || this == VERIFICATION;
    }
  }

  /// In whose vault, and for which of its customers.
  public record Storing(String merchant, @Nullable String customer) {}

  /// A payment.
  public static Asked payment(
      Kind kind, Money amount, @Nullable CardNetwork network, @Nullable Storing storing) {
    return new Asked(kind, amount, network, storing, null);
  }

  /// Something done to an earlier payment.
  public static Asked followUp(Kind kind, Money amount, String target) {
    return new Asked(kind, amount, null, null, target);
  }
}
