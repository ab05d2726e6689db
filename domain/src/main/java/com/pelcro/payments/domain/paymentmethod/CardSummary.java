package com.pelcro.payments.domain.paymentmethod;

import com.pelcro.payments.domain.site.CardNetwork;
import org.jspecify.annotations.Nullable;

/// What may be shown of a card: its network, first six or eight and last four digits, and expiry.
public record CardSummary(
    CardNetwork network, @Nullable String bin, String last4, CardExpiry expiry) {}
