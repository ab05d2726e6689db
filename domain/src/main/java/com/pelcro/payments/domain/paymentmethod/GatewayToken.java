package com.pelcro.payments.domain.paymentmethod;

import org.jspecify.annotations.Nullable;

/// How the gateway's vault names a stored card: its customer (when it has one), the instrument
/// (card, expiry and address together) and the card number alone, which is the same however often
/// one card is stored.
public record GatewayToken(@Nullable String customer, String instrument, String card) {}
