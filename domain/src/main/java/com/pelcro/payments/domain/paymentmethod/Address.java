package com.pelcro.payments.domain.paymentmethod;

import org.jspecify.annotations.Nullable;

/// A billing address; `country` is ISO 3166-1 alpha-2, `state` the ISO 3166-2 part after the dash
/// where there is one.
public record Address(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String state,
    String postalCode,
    String country) {}
