package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.site.SharedSecret;

/// A card just typed into the hosted fields, standing for itself in a token that works once.
public record FreshCard(
    CardSession session, SharedSecret token, CardSummary card, BillingDetails billing) {}
