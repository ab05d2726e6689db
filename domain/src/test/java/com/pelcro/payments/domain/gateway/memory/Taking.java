package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.money.Money;

/// A capture, on its own or that of a sale.
final class Taking {

  final Payment payment;
  final Money amount;
  Money returned;
  boolean undone;
  boolean settled;

  Taking(Payment payment, Money amount) {
    this.payment = payment;
    this.amount = amount;
    this.returned = Money.zero(amount.currency());
  }

  Money taken() {
    return undone ? Money.zero(amount.currency()) : amount;
  }

  /// Undoing leaves the hold.
  void undo() {
    undone = true;
    payment.held = payment.authorized;
  }
}
