package com.pelcro.payments.application.invariant;

import java.util.Locale;

/// Something that is true of everything we store, or one of us made a mistake.
public enum Invariant {
  /// What a charge took is what its operations took.
  CAPTURED_EQUALS_OPERATIONS,
  /// What a charge gave back, or set aside to give back, is what its refunds and their operations
  /// say.
  REFUNDED_EQUALS_OPERATIONS,
  /// No more goes back than was taken.
  REFUNDS_WITHIN_CAPTURED,
  /// Nothing that moves money succeeded twice: under one reference, for one subject, or under one
  /// name of the gateway's.
  REFERENCES_SUCCEED_ONCE,
  /// A period is paid once at most, and one that counts as paid was paid by a charge of its own.
  RENEWALS_PAID_ONCE,
  /// What is collected by itself has one renewal that goes on: due, awaiting its answer, or held.
  SUBSCRIPTIONS_GO_ON,
  /// A site's events are numbered without a gap, up to the last one handed out.
  SITE_EVENTS_GAPLESS,
  /// An object's events are numbered without a gap.
  OBJECT_EVENTS_GAPLESS;

  /// The name in the API, in rows and in metrics.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
