package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Shows one payment method.
public final class FindPaymentMethod {

  private final PaymentMethods methods;

  @Inject
  public FindPaymentMethod(PaymentMethods methods) {
    this.methods = methods;
  }

  public Result<PaymentMethod> find(SiteId site, PaymentMethodId id) {
    return Result.found(methods.find(site, id), () -> new NotFound("payment method"));
  }
}
