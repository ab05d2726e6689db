package com.pelcro.payments.http.customer;

import com.pelcro.payments.domain.customer.Customer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A customer as the API shows it.
public record CustomerJson(
    String id,
    @Nullable String externalId,
    @Nullable String email,
    @Nullable String name,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  public static CustomerJson of(Customer customer) {
    return new CustomerJson(
        customer.id().value(),
        customer.externalId(),
        customer.email(),
        customer.name(),
        customer.metadata(),
        customer.createdAt(),
        customer.updatedAt());
  }
}
