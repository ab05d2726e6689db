package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.paymentmethod.DetachCards;
import java.time.InstantSource;

/// The use cases of customers, wired to work on any storage.
public record CustomerUseCases(
    AddCustomer add,
    ChangeCustomer change,
    RemoveCustomer remove,
    FindCustomer find,
    ListCustomers list) {

  public static CustomerUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    return new CustomerUseCases(
        new AddCustomer(
            storage.transactions(),
            storage.claims(),
            storage.customers(),
            storage.eventLog(),
            clock),
        new ChangeCustomer(storage.transactions(), storage.customers(), storage.eventLog(), clock),
        new RemoveCustomer(
            storage.transactions(),
            storage.customers(),
            new DetachCards(storage.paymentMethods(), storage.eventLog(), clock),
            new CustomerVaults(gateways, storage.integrations(), storage.customers()),
            storage.eventLog(),
            storage.commitments()),
        new FindCustomer(storage.customers()),
        new ListCustomers(storage.customers()));
  }
}
