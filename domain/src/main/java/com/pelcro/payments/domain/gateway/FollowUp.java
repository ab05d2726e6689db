package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;

/// Something to be done to an earlier payment: a capture, a void, a release or a refund of
/// `amount`.
public record FollowUp(
    Integration integration, References references, Target target, Money amount) {}
