package com.pelcro.payments.domain.gateway;

/// A failure with what is known of it, in a sentence that holds no secret.
public record Failure(FailureCode code, String detail) {}
