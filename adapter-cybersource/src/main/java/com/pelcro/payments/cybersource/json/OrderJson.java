package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.money.Money;
import org.jspecify.annotations.Nullable;

/// How much, and for a fresh card to whom its statements go.
public record OrderJson(AmountJson amountDetails, @Nullable BillToJson billTo) {

  static OrderJson of(Money amount, @Nullable BillToJson billTo) {
    return new OrderJson(AmountJson.of(amount), billTo);
  }
}
