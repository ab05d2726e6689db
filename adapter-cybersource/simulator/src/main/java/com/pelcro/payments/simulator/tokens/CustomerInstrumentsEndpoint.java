package com.pelcro.payments.simulator.tokens;

import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.Reply;

/// `/tms/v2/customers/{customer}/payment-instruments`.
public final class CustomerInstrumentsEndpoint {

  private final Vault vault;
  private final InstrumentForms forms;

  /// Keeps instruments in this vault.
  public CustomerInstrumentsEndpoint(Vault vault) {
    this.vault = vault;
    this.forms = new InstrumentForms(vault);
  }

  /// `POST`.
  public Endpoint create() {
    return TokenErrors.profiled(
        call -> {
          var customer = customer(call);
          var added = forms.add(call, customer);
          defaultIfAsked(call, added);
          return forms.single(201, added).with("Location", TokenViews.path(added));
        });
  }

  /// `GET`, page by page.
  public Endpoint list() {
    return TokenErrors.profiled(
        call -> {
          var customer = customer(call);
          var path = TokenViews.path(customer) + "/payment-instruments";
          return TokenViews.page(
              call, path, vault.instrumentsOf(customer), found -> TokenViews.view(vault, found));
        });
  }

  /// `GET …/{instrument}`.
  public Endpoint read() {
    return TokenErrors.profiled(call -> forms.single(200, find(call)));
  }

  /// `PATCH …/{instrument}`.
  public Endpoint change() {
    return TokenErrors.profiled(
        call -> {
          var changed = forms.change(call, find(call));
          defaultIfAsked(call, changed);
          return forms.single(200, changed);
        });
  }

  /// `DELETE …/{instrument}`: not the default while there are others.
  public Endpoint delete() {
    return TokenErrors.profiled(
        call -> {
          var instrument = find(call);
          if (TokenViews.isDefault(vault, instrument)
              && vault.instrumentsOf(customer(call)).size() > 1) {
            throw TokenErrors.of(
                409,
                "conflict",
                "Action cannot be performed as the PaymentInstrument is the customers default");
          }
          vault.delete(instrument);
          return Reply.empty(204);
        });
  }

  private void defaultIfAsked(Call call, PaymentInstrument instrument) {
    if (call.body().flag("default")) {
      vault.makeDefault(customer(call), instrument.id());
    }
  }

  private Customer customer(Call call) {
    var id = call.parameter("customer");
    return vault.customer(call.merchant(), id).orElseThrow(() -> TokenErrors.absent(vault, id));
  }

  private PaymentInstrument find(Call call) {
    var customer = customer(call);
    var id = call.parameter("instrument");
    return vault
        .instrument(call.merchant(), id)
        .filter(found -> customer.id().equals(found.customer()))
        .orElseThrow(() -> TokenErrors.absent(vault, id));
  }
}
