package com.pelcro.payments.http.reconciliation;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.reconciliation.Difference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A difference as the API shows it.
public record DifferenceJson(
    String id,
    String site,
    String gateway,
    String type,
    String status,
    @Nullable OperationJson operation,
    @Nullable String gatewayTransactionId,
    @Nullable String code,
    @Nullable MoneyJson here,
    @Nullable MoneyJson there,
    Instant happenedAt,
    String detail,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable ClosingJson closing) {

  record OperationJson(String id, String kind, String subject) {

    static @Nullable OperationJson of(@Nullable Operation operation) {
      return operation == null
          ? null
          : new OperationJson(
              operation.id().value(), operation.kind().code(), operation.subject().value());
    }
  }

  record MoneyJson(long amount, String currency) {

    static @Nullable MoneyJson of(@Nullable Money money) {
      return money == null
          ? null
          : new MoneyJson(money.minorUnits(), money.currency().getCurrencyCode());
    }
  }

  record ClosingJson(String note, Instant at) {}

  public static DifferenceJson of(Difference difference) {
    var matter = difference.matter();
    var closing = difference.closing();
    return new DifferenceJson(
        difference.id().value(),
        difference.site().value(),
        difference.gateway().value(),
        difference.type().code(),
        difference.status().code(),
        OperationJson.of(matter.operation()),
        matter.gatewayTransactionId(),
        matter.code(),
        MoneyJson.of(matter.here()),
        MoneyJson.of(matter.there()),
        matter.at(),
        difference.detail(),
        difference.firstSeenAt(),
        difference.lastSeenAt(),
        closing == null ? null : new ClosingJson(closing.note(), closing.at()));
  }
}
