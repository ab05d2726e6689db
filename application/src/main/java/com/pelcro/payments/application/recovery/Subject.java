package com.pelcro.payments.application.recovery;

import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.site.GatewayId;
import java.util.Optional;

/// What an operation was asked for.
sealed interface Subject {

  record OfCharge(Charge charge) implements Subject {}

  record OfRefund(Charge charge, Refund refund) implements Subject {}

  record OfCard(PaymentMethod method) implements Subject {}

  default GatewayId gateway() {
    return switch (this) {
      case OfCharge(var charge) -> charge.gateway();
      case OfRefund(var charge, _) -> charge.gateway();
      case OfCard(var method) -> method.gateway();
    };
  }

  /// The charge whose money is at stake, if any is.
  default Optional<Charge> money() {
    return switch (this) {
      case OfCharge(var charge) -> Optional.of(charge);
      case OfRefund(var charge, _) -> Optional.of(charge);
      case OfCard _ -> Optional.empty();
    };
  }
}
