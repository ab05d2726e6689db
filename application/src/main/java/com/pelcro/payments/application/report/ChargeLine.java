package com.pelcro.payments.application.report;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.CardNetwork;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A charge as one line of a list.
///
/// @param transaction what the gateway calls the payment
public record ChargeLine(
    ChargeId id,
    Instant createdAt,
    Status status,
    Money amount,
    Money captured,
    Money refunded,
    @Nullable CustomerId customer,
    PaymentMethodId method,
    CardNetwork network,
    String last4,
    @Nullable SubscriptionId subscription,
    @Nullable RenewalId renewal,
    @Nullable DeclineCode decline,
    @Nullable FailureCode failure,
    @Nullable String transaction,
    @Nullable String reference,
    @Nullable String description,
    Instant updatedAt) {}
