package com.pelcro.payments.application.customer;

import org.jspecify.annotations.Nullable;

/// Which customers are wanted; a part left out does not narrow.
public record CustomerFilter(@Nullable String externalId, @Nullable String email) {}
