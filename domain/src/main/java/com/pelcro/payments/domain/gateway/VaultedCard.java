package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.paymentmethod.GatewayToken;

/// A card the vault holds now. `fingerprint` is the same for the same number and does not give the
/// token away.
public record VaultedCard(GatewayToken token, String fingerprint) {}
