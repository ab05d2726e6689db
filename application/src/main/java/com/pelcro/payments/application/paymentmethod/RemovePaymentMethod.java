package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.GatewayUnavailable;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.site.Commitments;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodDetached;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Unusable;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Takes a stored card away, from the vault first: failing there, nothing has changed and it can be
/// asked again.
public final class RemovePaymentMethod {

  private final Transactions transactions;
  private final PaymentMethods methods;
  private final VaultAccess vault;
  private final Commitments commitments;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public RemovePaymentMethod(
      Transactions transactions,
      PaymentMethods methods,
      VaultAccess vault,
      Commitments commitments,
      EventLog events,
      InstantSource clock) {
    this.transactions = transactions;
    this.methods = methods;
    this.vault = vault;
    this.commitments = commitments;
    this.events = events;
    this.clock = clock;
  }

  public Result<PaymentMethod> remove(SiteId site, PaymentMethodId id) {
    return Result.found(methods.find(site, id), () -> new NotFound("payment method"))
        .then(this::remove);
  }

  private Result<PaymentMethod> remove(PaymentMethod method) {
    return switch (method.state()) {
      case Active _ ->
          needless(method)
              .then(this::fromVault)
              .then(_ -> transactions.inTransaction(() -> here(method)));
      case Unusable _, Detached _ -> new Done<>(method);
      case Verifying _ ->
          new Refused<>(
              new InvalidState(
                  "the gateway is still verifying the card; ask again when that is over"));
    };
  }

  private Result<PaymentMethod> needless(PaymentMethod method) {
    return commitments
        .on(method.site(), method.id())
        .<Result<PaymentMethod>>map(
            live ->
                new Refused<>(
                    new InvalidState(
                        "a live subscription is paid with it: give " + live + " another first")))
        .orElseGet(() -> new Done<>(method));
  }

  /// The vault lets go of its default only when the customer has no other card there.
  private Result<PaymentMethod> fromVault(PaymentMethod method) {
    return others(method).then(_ -> vault.remove(method)).then(change -> removed(method, change));
  }

  private Result<VaultChange> others(PaymentMethod method) {
    Result<VaultChange> nothing = new Done<>(new VaultChange.Changed());
    if (method.customer() == null) {
      return nothing;
    }
    return methods.active(method.site(), method.customer()).stream()
        .filter(
            other -> !other.id().equals(method.id()) && other.gateway().equals(method.gateway()))
        .filter(RemovePaymentMethod::belongsToVaultCustomer)
        .findFirst()
        .map(vault::makeDefault)
        .orElse(nothing);
  }

  /// A card that stands alone in the vault cannot be anybody's default there.
  private static boolean belongsToVaultCustomer(PaymentMethod other) {
    return other.state() instanceof Active(var token) && token.customer() != null;
  }

  private static Result<PaymentMethod> removed(PaymentMethod method, VaultChange change) {
    return switch (change) {
      case VaultChange.Changed _, VaultChange.Gone _ -> new Done<>(method);
      case VaultChange.Refused(var failure) -> new Refused<>(Refusal.because(failure));
      case VaultChange.Unavailable(var why) -> new Refused<>(new GatewayUnavailable(why));
    };
  }

  private Result<PaymentMethod> here(PaymentMethod removed) {
    var method = methods.lock(removed.site(), removed.id()).orElseThrow();
    return method.isActive() ? detached(method) : new Done<>(method);
  }

  private Result<PaymentMethod> detached(PaymentMethod method) {
    var now = clock.instant();
    var detached = method.asDefault(false, now).in(new Detached(), now);
    methods.update(detached);
    events.append(new PaymentMethodDetached(detached));
    return new Done<>(detached);
  }
}
