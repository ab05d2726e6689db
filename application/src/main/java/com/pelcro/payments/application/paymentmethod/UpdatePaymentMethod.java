package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.GatewayUnavailable;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Refusal.PaymentMethodUnusable;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodUpdated;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Changes a stored card's expiry, billing details or standing, in the vault first and then here.
public final class UpdatePaymentMethod {

  /// What to change; a part left out stays as it is.
  public record Request(
      SiteId site,
      PaymentMethodId method,
      @Nullable Integer expiryMonth,
      @Nullable Integer expiryYear,
      @Nullable BillingDetails billing,
      Preference preference) {

    CardExpiry expiry(CardExpiry present) {
      return new CardExpiry(
          expiryMonth == null ? present.month() : expiryMonth,
          expiryYear == null ? present.year() : expiryYear);
    }

    boolean changesCard() {
      return expiryMonth != null || expiryYear != null || billing != null;
    }
  }

  private final Transactions transactions;
  private final PaymentMethods methods;
  private final VaultAccess vault;
  private final CardSettlement settlement;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public UpdatePaymentMethod(
      Transactions transactions,
      PaymentMethods methods,
      VaultAccess vault,
      CardSettlement settlement,
      EventLog events,
      InstantSource clock) {
    this.transactions = transactions;
    this.methods = methods;
    this.vault = vault;
    this.settlement = settlement;
    this.events = events;
    this.clock = clock;
  }

  public Result<PaymentMethod> update(Request request) {
    return Result.found(
            methods.find(request.site(), request.method()), () -> new NotFound("payment method"))
        .then(method -> inVault(request, method))
        .then(_ -> transactions.inTransaction(() -> here(request)));
  }

  private Result<PaymentMethod> inVault(Request request, PaymentMethod method) {
    Result<VaultChange> change =
        request.changesCard()
            ? vault.update(method, request.expiry(method.card().expiry()), billing(request, method))
            : new Done<>(new VaultChange.Changed());
    return change
        .then(outcome -> changed(method, outcome))
        .then(done -> madeDefault(request, done));
  }

  private Result<PaymentMethod> madeDefault(Request request, PaymentMethod method) {
    return request.preference() == Preference.DEFAULT
        ? vault.makeDefault(method).then(outcome -> changed(method, outcome))
        : new Done<>(method);
  }

  private static Result<PaymentMethod> changed(PaymentMethod method, VaultChange change) {
    return switch (change) {
      case VaultChange.Changed _ -> new Done<>(method);
      case VaultChange.Gone _ -> new Refused<>(gone(method));
      case VaultChange.Refused(var failure) -> new Refused<>(Refusal.because(failure));
      case VaultChange.Unavailable(var why) -> new Refused<>(new GatewayUnavailable(why));
    };
  }

  private Result<PaymentMethod> here(Request request) {
    return Result.found(
            settlement.lock(request.site(), request.method()), () -> new NotFound("payment method"))
        .then(
            method ->
                method.isActive()
                    ? new Done<>(here(request, method))
                    : new Refused<>(gone(method)));
  }

  private PaymentMethod here(Request request, PaymentMethod method) {
    var changed =
        method.with(
            request.expiry(method.card().expiry()), billing(request, method), clock.instant());
    methods.update(changed);
    var chosen =
        request.preference() == Preference.DEFAULT ? settlement.makeDefault(changed) : changed;
    events.append(new PaymentMethodUpdated(chosen));
    return chosen;
  }

  private static BillingDetails billing(Request request, PaymentMethod method) {
    return request.billing() == null ? method.billing() : request.billing();
  }

  private static Refusal gone(PaymentMethod method) {
    return new PaymentMethodUnusable(method.id(), "the card is no longer stored", null);
  }
}
