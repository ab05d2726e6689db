package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.site.Integration;

/// A card just taken in: its payment method, still to be verified, and what the gateway needs of
/// it.
public record TakenCard(Integration integration, PaymentMethod method, FreshCard fresh) {}
