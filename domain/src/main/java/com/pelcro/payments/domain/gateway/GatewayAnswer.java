package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.money.Money;
import org.jspecify.annotations.Nullable;

/// All a gateway can say to something that was asked of it.
public sealed interface GatewayAnswer {

  /// Done as asked, no more and no less. `card` is there when a card was to be stored and was.
  record Approval(GatewayReference reference, @Nullable VaultedCard card)
      implements GatewayAnswer {}

  /// The issuer holds money, but not as asked or against a rule: the hold has to be released.
  record Hold(GatewayReference reference, Money held, DeclineReason reason)
      implements GatewayAnswer {}

  /// The gateway's fraud rules want a person to look first.
  record Review(GatewayReference reference) implements GatewayAnswer {}

  /// The issuer said no.
  record Decline(DeclineReason reason, GatewayReference reference) implements GatewayAnswer {}

  /// The gateway said no before any issuer was asked: nothing was charged.
  record Rejection(Failure failure) implements GatewayAnswer {}

  /// Nothing left this machine.
  record NotSent(String why) implements GatewayAnswer {}

  /// It may have been done. Not a no: whoever hears it finds out.
  record NoAnswer(String why) implements GatewayAnswer {}
}
