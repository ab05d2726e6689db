package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.operation.Proof;
import java.time.Instant;

/// What became of an operation, how that is known, and since when.
public record Conclusion(Outcome outcome, Proof proof, Instant at) {}
