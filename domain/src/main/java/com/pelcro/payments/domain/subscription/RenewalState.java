package com.pelcro.payments.domain.subscription;

import com.pelcro.payments.domain.charge.ChargeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the collection of a period is.
public sealed interface RenewalState {

  /// Nothing was asked yet. Without a time it is not collected by itself: somebody has to ask for
  /// it, or the subscription is paused.
  record Scheduled(@Nullable Instant due) implements RenewalState {}

  /// A charge is open, and nothing else happens until it is answered.
  record Processing(ChargeId charge) implements RenewalState {}

  record Paid(ChargeId charge) implements RenewalState {}

  /// It is tried again at this time.
  record Retrying(Instant at) implements RenewalState {}

  /// Only another card helps; given up at this time.
  record WaitingForPaymentMethod(Instant until) implements RenewalState {}

  /// It is not the card's fault. Without a time a person has to ask for it again; with one it goes
  /// on by itself once what stopped it (a disabled integration) does so no more.
  record Held(@Nullable Instant looksAgain) implements RenewalState {}

  /// Given up.
  record Unpaid() implements RenewalState {}

  /// Over before anybody could charge for it, or not wanted any more.
  record Skipped() implements RenewalState {}
}
