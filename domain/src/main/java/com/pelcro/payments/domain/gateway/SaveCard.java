package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;
import java.util.Currency;

/// A card to be verified, by an authorization over nothing in `currency`, and stored for its owner.
public record SaveCard(
    Integration integration,
    References references,
    Currency currency,
    FreshCard card,
    CardOwner owner) {}
