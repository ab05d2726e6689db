package com.pelcro.payments.http.customer;

import com.pelcro.payments.application.customer.AddCustomer;
import com.pelcro.payments.application.idempotency.Intent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A customer to be added.
record NewCustomerJson(
    @Nullable String externalId,
    @Nullable String email,
    @Nullable String name,
    @Nullable Map<String, String> metadata) {

  AddCustomer.Request request(Intent intent) {
    return new AddCustomer.Request(
        intent, externalId, email, name, metadata == null ? Map.of() : metadata);
  }
}
