package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Optional;

/// Every payment method, those used once included.
public interface PaymentMethods {

  void add(PaymentMethod method);

  Optional<PaymentMethod> find(SiteId site, PaymentMethodId id);

  /// The payment method, locked until the transaction ends.
  Optional<PaymentMethod> lock(SiteId site, PaymentMethodId id);

  void update(PaymentMethod method);

  /// Adds an approval to what the card networks want to hear when the card is charged again. A card
  /// that is still being verified is left alone: what it becomes is decided first.
  ///
  /// @return whether it was remembered
  boolean remember(
      SiteId site, PaymentMethodId id, String networkTransactionId, Money chargedAmount);

  /// The customer's active cards, newest first.
  List<PaymentMethod> active(SiteId site, CustomerId customer);

  /// The customer's active card with this fingerprint.
  Optional<PaymentMethod> same(SiteId site, CustomerId customer, String fingerprint);

  /// The customer's cards, newest first, without those that were detached or never stored.
  Slice<PaymentMethod> list(SiteId site, CustomerId customer, Window window);
}
