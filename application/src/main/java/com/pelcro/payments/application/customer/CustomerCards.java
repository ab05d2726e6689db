package com.pelcro.payments.application.customer;

import com.pelcro.payments.domain.customer.Customer;

/// The cards of a customer who is about to go: cards know their customers, so customers do not know
/// cards.
public interface CustomerCards {

  /// Detaches all of them, in the transaction that removes the customer.
  void detachAll(Customer customer);
}
