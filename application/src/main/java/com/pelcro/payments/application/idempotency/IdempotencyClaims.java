package com.pelcro.payments.application.idempotency;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;

/// Remembers which key stands for what, for at least 30 days. Claims of one key wait for each
/// other's transactions.
public interface IdempotencyClaims {

  /// Claims the key for `id` unless it is claimed already.
  Claim claim(Intent intent, ResourceId id);

  /// What is known of the key, claiming nothing.
  Claim look(Intent intent);

  /// Lets the keys that stand for `from` stand for `to`.
  void redirect(SiteId site, PaymentMethodId from, PaymentMethodId to);

  /// Forgets the keys that stand for a payment method that came to nothing.
  void forget(SiteId site, PaymentMethodId method);

  /// Forgets the key, after an attempt that left nothing: the same request may be made again.
  void forget(Intent intent);
}
