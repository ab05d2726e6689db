package com.pelcro.payments.application.charge;

import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which charges are wanted; a part left out does not narrow. `status` is a status name of the API,
/// `amount` what was asked for in minor units, `last4` the end of the card's number, and
/// `attention` leaves those of which something is in doubt.
public record ChargeFilter(
    @Nullable CustomerId customer,
    @Nullable SubscriptionId subscription,
    @Nullable Status status,
    @Nullable String reference,
    @Nullable Instant createdAfter,
    @Nullable Instant createdBefore,
    @Nullable Long amount,
    @Nullable String last4,
    Attention attention) {

  /// Whether it matters that a person has to look.
  public enum Attention {
    ANY,
    NEEDED
  }

  public static final ChargeFilter ALL = new ChargeFilter(null, null, null, null, null, null);

  public ChargeFilter(
      @Nullable CustomerId customer,
      @Nullable SubscriptionId subscription,
      @Nullable Status status,
      @Nullable String reference,
      @Nullable Instant createdAfter,
      @Nullable Instant createdBefore) {
    this(
        customer,
        subscription,
        status,
        reference,
        createdAfter,
        createdBefore,
        null,
        null,
        Attention.ANY);
  }

  /// The same, for charges over this amount to cards that end in these digits.
  public ChargeFilter paying(@Nullable Long exactly, @Nullable String digits) {
    return new ChargeFilter(
        customer,
        subscription,
        status,
        reference,
        createdAfter,
        createdBefore,
        exactly,
        digits,
        attention);
  }

  /// The same, for charges that need a person.
  public ChargeFilter inDoubt() {
    return new ChargeFilter(
        customer,
        subscription,
        status,
        reference,
        createdAfter,
        createdBefore,
        amount,
        last4,
        Attention.NEEDED);
  }
}
