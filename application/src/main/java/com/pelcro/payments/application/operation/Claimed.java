package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.operation.Operation;
import org.jspecify.annotations.Nullable;

/// An operation somebody has to look at again, claimed by one instance; it is open without a
/// conclusion.
public record Claimed(Operation operation, @Nullable Conclusion conclusion) {}
