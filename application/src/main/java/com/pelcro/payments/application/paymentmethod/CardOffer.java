package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.site.SharedSecret;

/// A card as the browser hands it over: which session it was typed into, and the token that stands
/// for it.
public record CardOffer(CardSessionId session, SharedSecret token, BillingDetails billing) {}
