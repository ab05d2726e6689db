package com.pelcro.payments.simulator.tokens;

import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.Reply;

/// `/tms/v1/paymentinstruments`: instruments that stand alone.
public final class InstrumentsEndpoint {

  private final Vault vault;
  private final InstrumentForms forms;

  /// Keeps instruments in this vault.
  public InstrumentsEndpoint(Vault vault) {
    this.vault = vault;
    this.forms = new InstrumentForms(vault);
  }

  /// `POST`.
  public Endpoint create() {
    return TokenErrors.profiled(
        call -> {
          var added = forms.add(call, null);
          return forms.single(201, added).with("Location", TokenViews.path(added));
        });
  }

  /// `GET …/{instrument}`.
  public Endpoint read() {
    return TokenErrors.profiled(call -> forms.single(200, find(call)));
  }

  /// `PATCH …/{instrument}`.
  public Endpoint change() {
    return TokenErrors.profiled(call -> forms.single(200, forms.change(call, find(call))));
  }

  /// `DELETE …/{instrument}`.
  public Endpoint delete() {
    return TokenErrors.profiled(
        call -> {
          vault.delete(find(call));
          return Reply.empty(204);
        });
  }

  private PaymentInstrument find(Call call) {
    var id = call.parameter("instrument");
    return vault
        .instrument(call.merchant(), id)
        .filter(found -> found.customer() == null)
        .orElseThrow(() -> TokenErrors.absent(vault, id));
  }
}
