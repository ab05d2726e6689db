package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal.Conflict;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.customer.Customers.Stored.ExternalIdTaken;
import com.pelcro.payments.application.customer.Customers.Stored.Kept;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerAdded;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds a customer to a site, once however often the caller repeats the request.
public final class AddCustomer {

  public record Request(
      Intent intent,
      @Nullable String externalId,
      @Nullable String email,
      @Nullable String name,
      Map<String, String> metadata) {}

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final Customers customers;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public AddCustomer(
      Transactions transactions,
      IdempotencyClaims claims,
      Customers customers,
      EventLog events,
      InstantSource clock) {
    this.transactions = transactions;
    this.claims = claims;
    this.customers = customers;
    this.events = events;
    this.clock = clock;
  }

  public Result<Once<Customer>> add(Request request) {
    return transactions.inTransaction(() -> claimed(request));
  }

  private Result<Once<Customer>> claimed(Request request) {
    var id = CustomerId.next();
    var intent = request.intent();
    return switch (claims.claim(intent, id)) {
      case Fresh _ -> add(request, id);
      case Repeat(CustomerId earlier) ->
          Result.found(customers.find(intent.site(), earlier), () -> new NotFound("customer"))
              .map(Repeated::new);
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }

  private Result<Once<Customer>> add(Request request, CustomerId id) {
    var now = clock.instant();
    var customer =
        new Customer(
            id,
            request.intent().site(),
            request.externalId(),
            request.email(),
            request.name(),
            request.metadata(),
            now,
            now);
    return switch (customers.add(customer)) {
      case Kept _ -> new Done<>(told(customer));
      case ExternalIdTaken(var by) -> new Refused<>(taken(by));
    };
  }

  private Once<Customer> told(Customer customer) {
    events.append(new CustomerAdded(customer));
    return new Created<>(customer);
  }

  static Conflict taken(CustomerId by) {
    return new Conflict("customer " + by + " has this external_id", by.value());
  }
}
