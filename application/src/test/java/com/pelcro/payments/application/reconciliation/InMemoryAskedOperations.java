package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.operation.InMemoryOperations;
import com.pelcro.payments.application.operation.Outcome;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Operations in memory, as a comparison sees them.
public final class InMemoryAskedOperations implements AskedOperations {

  private static final Set<OperationKind> COUNTED =
      EnumSet.of(
          OperationKind.CHARGE, OperationKind.CAPTURE, OperationKind.REFUND, OperationKind.VOID);

  private final InMemoryDatabase database;

  public InMemoryAskedOperations(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public List<AskedOperation> under(Set<String> codes) {
    return database.ask(
        () ->
            database
                .operations
                .all()
                .filter(row -> codes.contains(row.operation().references().code()))
                .map(this::asked)
                .toList());
  }

  @Override
  public List<AskedOperation> counted(
      SiteId site, GatewayId gateway, Period period, @Nullable OperationId after, int most) {
    return database.ask(
        () ->
            database
                .operations
                .of(site)
                .filter(InMemoryAskedOperations::isCounted)
                .map(this::asked)
                .filter(asked -> asked.gateway().equals(gateway))
                .filter(asked -> isIn(period, asked.operation()))
                .filter(
                    asked ->
                        after == null
                            || asked.operation().id().value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(asked -> asked.operation().id().value()))
                .limit(most)
                .toList());
  }

  private static boolean isCounted(InMemoryOperations.Row row) {
    var conclusion = row.conclusion();
    return COUNTED.contains(row.operation().kind())
        && conclusion != null
        && (conclusion.outcome() == Outcome.APPROVAL || conclusion.outcome() == Outcome.HOLD);
  }

  private static boolean isIn(Period period, Operation operation) {
    return !operation.askedAt().isBefore(period.from())
        && operation.askedAt().isBefore(period.to());
  }

  private AskedOperation asked(InMemoryOperations.Row row) {
    var operation = row.operation();
    var site = operation.site();
    return switch (operation.subject()) {
      case ChargeId id -> asked(row, charge(site, id));
      case RefundId id ->
          asked(row, charge(site, database.refunds.find(site, id.value()).orElseThrow().charge()));
      case PaymentMethodId id ->
          new AskedOperation(
              operation,
              database.methods.find(site, id.value()).orElseThrow().gateway(),
              false,
              false,
              row.conclusion());
      default -> throw new IllegalStateException(operation.subject() + " is asked nothing for");
    };
  }

  private Charge charge(SiteId site, ChargeId id) {
    return database.charges.find(site, id.value()).orElseThrow();
  }

  private static AskedOperation asked(InMemoryOperations.Row row, Charge charge) {
    return new AskedOperation(
        row.operation(),
        charge.gateway(),
        charge.mode() == Charge.Mode.SALE,
        stands(charge),
        row.conclusion());
  }

  private static boolean stands(Charge charge) {
    return switch (charge.state()) {
      case Authorized _, Capturing _ -> true;
      case Captured captured -> !captured.taken().equals(charge.refunds().done());
      case Pending _, InReview _, Voiding _, Releasing _, Voided _, Declined _, Failed _ -> false;
    };
  }
}
