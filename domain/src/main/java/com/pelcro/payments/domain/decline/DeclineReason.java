package com.pelcro.payments.domain.decline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why the issuer said no, and what follows. `retryAfter` is how long the network asks us to wait
/// at least; the last three are the gateway's, the processor's and the network's own words, kept as
/// evidence.
public record DeclineReason(
    DeclineCode code,
    DeclineCategory category,
    @Nullable Duration retryAfter,
    @Nullable String gatewayReason,
    @Nullable String processorCode,
    @Nullable String merchantAdvice) {

  public static DeclineReason of(DeclineCode code) {
    return new DeclineReason(code, code.category(), null, null, null, null);
  }
}
