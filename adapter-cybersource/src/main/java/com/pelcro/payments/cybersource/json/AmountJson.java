package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.money.Money;

/// An amount on the wire.
public record AmountJson(String totalAmount, String currency) {

  static AmountJson of(Money amount) {
    return new AmountJson(Amounts.text(amount), amount.currency().getCurrencyCode());
  }
}
