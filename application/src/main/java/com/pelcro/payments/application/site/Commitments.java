package com.pelcro.payments.application.site;

import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// The live subscriptions that need what somebody wants to take away; of several, any.
public interface Commitments {

  Optional<SubscriptionId> of(SiteId site, CustomerId customer);

  Optional<SubscriptionId> on(SiteId site, PaymentMethodId card);

  /// One whose card is charged through this gateway.
  Optional<SubscriptionId> through(SiteId site, GatewayId gateway);
}
