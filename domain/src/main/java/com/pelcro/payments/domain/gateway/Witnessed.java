package com.pelcro.payments.domain.gateway;

/// An answer together with what was seen on the wire.
public record Witnessed<T>(T answer, Evidence evidence) {}
