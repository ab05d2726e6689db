package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.reconciliation.Difference.Matter;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import org.jspecify.annotations.Nullable;

/// What a comparison came upon, of which at least one side is known.
record Mismatch(
    DifferenceType type, @Nullable AskedOperation asked, @Nullable BookEntry entry, String detail) {

  static Mismatch both(DifferenceType type, AskedOperation asked, BookEntry entry, String detail) {
    return new Mismatch(type, asked, entry, detail);
  }

  static Mismatch here(AskedOperation asked, String detail) {
    return new Mismatch(DifferenceType.MISSING_THERE, asked, null, detail);
  }

  static Mismatch there(BookEntry entry, String detail) {
    return new Mismatch(DifferenceType.MISSING_HERE, null, entry, detail);
  }

  Matter matter() {
    var operation = asked == null ? null : asked.operation();
    return entry == null
        ? unseen(operation)
        : new Matter(operation, entry.transactionId(), entry.code(), entry.amount(), entry.at());
  }

  private static Matter unseen(@Nullable Operation operation) {
    if (operation == null) {
      throw new IllegalStateException("a mismatch has at least one side");
    }
    return new Matter(operation, null, operation.references().code(), null, operation.askedAt());
  }
}
