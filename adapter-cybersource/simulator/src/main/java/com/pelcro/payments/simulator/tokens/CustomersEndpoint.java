package com.pelcro.payments.simulator.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import java.util.List;

/// `/tms/v2/customers`.
public final class CustomersEndpoint {

  private static final List<String> DETAILS =
      List.of("buyerInformation", "clientReferenceInformation", "merchantDefinedInformation");

  private final Vault vault;

  /// Keeps customers in this vault.
  public CustomersEndpoint(Vault vault) {
    this.vault = vault;
  }

  /// `POST`.
  public Endpoint create() {
    return TokenErrors.profiled(
        call -> {
          TokenErrors.require(call.body());
          var customer = vault.addCustomer(call.merchant(), details(call, new JsonTree().node()));
          return single(201, customer).with("Location", TokenViews.path(customer));
        });
  }

  /// `GET …/{customer}`.
  public Endpoint read() {
    return TokenErrors.profiled(call -> single(200, find(call)));
  }

  /// `PATCH …/{customer}`: details, and which instrument is the default.
  public Endpoint change() {
    return TokenErrors.profiled(
        call -> {
          TokenErrors.require(call.body());
          var customer = find(call);
          TokenErrors.requireVersion(call, customer.version());
          var changed = vault.keep(customer.having(details(call, customer.details())));
          return single(200, defaulted(call, changed));
        });
  }

  private Customer defaulted(Call call, Customer customer) {
    var wanted = call.body().text("defaultPaymentInstrument.id");
    if (wanted.isEmpty()) {
      return customer;
    }
    var instrument =
        vault
            .instrument(call.merchant(), wanted.get())
            .filter(found -> customer.id().equals(found.customer()))
            .orElseThrow(() -> TokenErrors.invalid("defaultPaymentInstrument", "id"));
    return vault.keep(customer.defaulting(instrument.id()));
  }

  /// `DELETE …/{customer}`: everything that hangs on it goes too.
  public Endpoint delete() {
    return TokenErrors.profiled(
        call -> {
          vault.delete(find(call));
          return Reply.empty(204);
        });
  }

  private Customer find(Call call) {
    var id = call.parameter("customer");
    return vault.customer(call.merchant(), id).orElseThrow(() -> TokenErrors.absent(vault, id));
  }

  private static ObjectNode details(Call call, ObjectNode before) {
    var after = before.deepCopy();
    for (var name : DETAILS) {
      if (call.body().has(name)) {
        after.set(name, call.body().at(name));
      }
    }
    return after;
  }

  private Reply single(int status, Customer customer) {
    return TokenViews.single(status, TokenViews.view(vault, customer), customer.version());
  }
}
