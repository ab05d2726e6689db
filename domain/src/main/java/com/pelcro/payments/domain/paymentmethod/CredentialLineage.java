package com.pelcro.payments.domain.paymentmethod;

import com.pelcro.payments.domain.money.Money;
import org.jspecify.annotations.Nullable;

/// What the card networks want to hear again when a stored card is charged without its owner: the
/// network's ids of the first and of the latest approval, and the amount of the first.
public record CredentialLineage(
    @Nullable String originalTransactionId,
    @Nullable String latestTransactionId,
    @Nullable Money originalAmount) {

  /// A card that has not been charged yet.
  public static final CredentialLineage NONE = new CredentialLineage(null, null, null);

  /// The lineage after one more approval; an approval without a network id leaves no trace.
  public CredentialLineage after(@Nullable String networkTransactionId, Money amount) {
    if (networkTransactionId == null) {
      return this;
    }
    return originalTransactionId == null
        ? new CredentialLineage(networkTransactionId, networkTransactionId, amount)
        : new CredentialLineage(originalTransactionId, networkTransactionId, originalAmount);
  }
}
