package com.pelcro.payments.http.paymentmethod;

import com.pelcro.payments.domain.paymentmethod.Address;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import org.jspecify.annotations.Nullable;

/// Billing details, in and out.
public record BillingJson(String name, String email, @Nullable String phone, AddressJson address) {

  /// An address, in and out.
  public record AddressJson(
      String line1,
      @Nullable String line2,
      String city,
      @Nullable String state,
      String postalCode,
      String country) {}

  static BillingJson of(BillingDetails billing) {
    var address = billing.address();
    return new BillingJson(
        billing.name(),
        billing.email(),
        billing.phone(),
        new AddressJson(
            address.line1(),
            address.line2(),
            address.city(),
            address.state(),
            address.postalCode(),
            address.country()));
  }

  public BillingDetails details() {
    return new BillingDetails(
        name,
        email,
        phone,
        new Address(
            address.line1(),
            address.line2(),
            address.city(),
            address.state(),
            address.postalCode(),
            address.country()));
  }
}
