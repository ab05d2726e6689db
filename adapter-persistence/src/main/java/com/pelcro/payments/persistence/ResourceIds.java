package com.pelcro.payments.persistence;

import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Map;
import java.util.function.Function;

/// Reads an id that can be of several kinds by its prefix.
public final class ResourceIds {

  private static final Map<String, Function<String, ResourceId>> KINDS =
      Map.of(
          CardSessionId.PREFIX, CardSessionId::new,
          ChargeId.PREFIX, ChargeId::new,
          CustomerId.PREFIX, CustomerId::new,
          PaymentMethodId.PREFIX, PaymentMethodId::new,
          RefundId.PREFIX, RefundId::new,
          RenewalId.PREFIX, RenewalId::new,
          SiteId.PREFIX, SiteId::new,
          SubscriptionId.PREFIX, SubscriptionId::new);

  private ResourceIds() {}

  public static ResourceId of(String value) {
    var kind = KINDS.get(value.substring(0, value.indexOf('_') + 1));
    if (kind == null) {
      throw new IllegalStateException("no id we know begins like " + value);
    }
    return kind.apply(value);
  }
}
