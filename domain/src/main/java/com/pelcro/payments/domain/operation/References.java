package com.pelcro.payments.domain.operation;

import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import java.util.Optional;

/// Under what the gateway can be asked about an operation: `code` (our order reference, at most 50
/// characters) and `transactionId` (the key of the timeout operations, at most 30). Both are unique
/// for ever and never sent twice.
public record References(String code, String transactionId) {

  private static final int LONGEST_CODE = 50;
  private static final int LONGEST_TRANSACTION_ID = 30;

  public References {
    if (code.isEmpty() || code.length() > LONGEST_CODE) {
      throw new IllegalArgumentException("a reference code has 1 to 50 characters");
    }
    if (transactionId.isEmpty() || transactionId.length() > LONGEST_TRANSACTION_ID) {
      throw new IllegalArgumentException("a transaction id has 1 to 30 characters");
    }
  }

  /// The references of an operation follow from its id, so a row can never be asked under two.
  public static References of(OperationId operation) {
    var body = operation.value().substring(OperationId.PREFIX.length());
    return new References("op-" + body, body);
  }

  /// The operation a code stands for, if it is one of ours.
  public static Optional<OperationId> operation(String code) {
    return isOurs(code)
        ? Optional.of(new OperationId(OperationId.PREFIX + code.substring("op-".length())))
        : Optional.empty();
  }

  /// Whether the code could be one of ours, which a search in the gateway's books wants to know.
  public static boolean isOurs(String code) {
    return code.startsWith("op-") && TimeOrderedId.isValid("op-", code);
  }
}
