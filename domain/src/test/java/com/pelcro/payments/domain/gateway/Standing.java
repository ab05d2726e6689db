package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.money.Money;

/// What a gateway believes of one payment with all that followed it: what is held and neither taken
/// nor let go, what was taken and not undone, what was given back.
public record Standing(Money held, Money taken, Money returned) {}
