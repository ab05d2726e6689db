package com.pelcro.payments.domain.paymentmethod;

import org.jspecify.annotations.Nullable;

/// Who the card's statement goes to.
public record BillingDetails(String name, String email, @Nullable String phone, Address address) {}
