package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;

/// A payment to be asked for, complete: nothing about it is looked up or decided later.
public record Instruction(
    Integration integration,
    References references,
    Money amount,
    PaymentSource source,
    Initiation initiation) {}
