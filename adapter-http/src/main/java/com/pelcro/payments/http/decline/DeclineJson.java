package com.pelcro.payments.http.decline;

import com.pelcro.payments.domain.decline.DeclineReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A decline. `retryAfter` is counted from when it was heard.
public record DeclineJson(
    String code,
    String category,
    @Nullable Instant retryAfter,
    @Nullable String gatewayReason,
    @Nullable String processorCode,
    @Nullable String merchantAdvice) {

  public static DeclineJson of(DeclineReason reason, Instant heardAt) {
    var wait = reason.retryAfter();
    return new DeclineJson(
        reason.code().code(),
        reason.category().code(),
        wait == null ? null : heardAt.plus(wait),
        reason.gatewayReason(),
        reason.processorCode(),
        reason.merchantAdvice());
  }
}
