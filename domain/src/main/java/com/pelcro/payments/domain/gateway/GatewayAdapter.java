package com.pelcro.payments.domain.gateway;

/// One gateway, ready to be wired: its description of itself and its four ports.
public record GatewayAdapter(
    GatewayProfile profile,
    PaymentGateway payments,
    CardVault vault,
    CardCapture capture,
    GatewayBooks books) {}
