package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.Standing;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A payment an issuer approved, in part or whole, with what became of the money.
final class Payment {

  final References references;
  final Money authorized;
  final boolean captures;
  Money held;
  @Nullable Taking taking;

  Payment(References references, Money authorized, boolean captures) {
    this.references = references;
    this.authorized = authorized;
    this.captures = captures;
    this.held = authorized;
  }

  /// The rest of the hold lapses with the first capture.
  Taking take(Money amount) {
    var taken = new Taking(this, amount);
    taking = taken;
    held = nothing();
    return taken;
  }

  void letGo() {
    held = nothing();
  }

  Standing standing() {
    var taken = Optional.ofNullable(taking);
    return new Standing(
        held,
        taken.map(Taking::taken).orElse(nothing()),
        taken.map(capture -> capture.returned).orElse(nothing()));
  }

  Money nothing() {
    return Money.zero(authorized.currency());
  }
}
