package com.pelcro.payments.domain.gateway;

/// How the gateway's vault names one of our customers.
public record VaultCustomer(String token) {}
