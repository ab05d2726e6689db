package com.pelcro.payments.application.charge;

/// Who starts a payment with a stored card: the customer, on the page right now, or the site on its
/// own.
public enum InitiatedBy {
  CUSTOMER,
  MERCHANT
}
