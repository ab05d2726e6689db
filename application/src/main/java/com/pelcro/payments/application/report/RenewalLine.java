package com.pelcro.payments.application.report;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.BillingPeriod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A renewal as one line of a list.
///
/// @param charge the one that is open or paid it
/// @param nextAttemptAt when it is charged for by itself
public record RenewalLine(
    RenewalId id,
    SubscriptionId subscription,
    CustomerId customer,
    BillingPeriod period,
    Money amount,
    RenewalStatus status,
    int attempts,
    int declines,
    @Nullable ChargeId charge,
    @Nullable Instant nextAttemptAt,
    Instant updatedAt) {}
