package com.pelcro.payments.application.report;

import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Paid;
import com.pelcro.payments.domain.subscription.RenewalState.Processing;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.RenewalState.Unpaid;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import java.util.Locale;

/// How a renewal stands, by the name lists are filtered by.
public enum RenewalStatus {
  SCHEDULED,
  PROCESSING,
  PAID,
  RETRYING,
  WAITING_FOR_PAYMENT_METHOD,
  HELD,
  UNPAID,
  SKIPPED;

  public static RenewalStatus of(RenewalState state) {
    return switch (state) {
      case Scheduled _ -> SCHEDULED;
      case Processing _ -> PROCESSING;
      case Paid _ -> PAID;
      case Retrying _ -> RETRYING;
      case WaitingForPaymentMethod _ -> WAITING_FOR_PAYMENT_METHOD;
      case Held _ -> HELD;
      case Unpaid _ -> UNPAID;
      case Skipped _ -> SKIPPED;
    };
  }

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
