package com.pelcro.payments.domain.gateway;

import java.util.Locale;

/// Something a gateway can or cannot do for us.
public enum Flow {
  SUBSCRIPTION_CREATION,
  SUBSCRIPTION_RENEWAL,
  ONE_TIME_CHARGE,
  REFUND,
  SAVED_PAYMENT_METHODS,
  THREE_D_SECURE,
  GATEWAY_WEBHOOKS;

  /// The name in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
