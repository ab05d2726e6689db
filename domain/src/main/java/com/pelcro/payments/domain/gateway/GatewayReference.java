package com.pelcro.payments.domain.gateway;

import org.jspecify.annotations.Nullable;

/// What the gateway calls a thing it did, and what came with it. Only `transactionId` is always
/// there.
public record GatewayReference(
    String transactionId,
    @Nullable String networkTransactionId,
    @Nullable String approvalCode,
    @Nullable String reconciliationId,
    Checks checks) {

  public static GatewayReference of(String transactionId) {
    return new GatewayReference(transactionId, null, null, null, Checks.NONE);
  }
}
