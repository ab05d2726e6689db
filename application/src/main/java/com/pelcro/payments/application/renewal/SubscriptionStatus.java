package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.domain.subscription.SubscriptionState.Active;
import com.pelcro.payments.domain.subscription.SubscriptionState.Canceled;
import com.pelcro.payments.domain.subscription.SubscriptionState.Ended;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.PastDue;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import java.util.Locale;

/// How a subscription stands, by the name lists are filtered by.
public enum SubscriptionStatus {
  INCOMPLETE,
  TRIALING,
  ACTIVE,
  PAST_DUE,
  PAUSED,
  CANCELED,
  ENDED;

  public static SubscriptionStatus of(SubscriptionState state) {
    return switch (state) {
      case Incomplete _ -> INCOMPLETE;
      case Trialing _ -> TRIALING;
      case Active _ -> ACTIVE;
      case PastDue _ -> PAST_DUE;
      case Paused _ -> PAUSED;
      case Canceled _ -> CANCELED;
      case Ended _ -> ENDED;
    };
  }

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
