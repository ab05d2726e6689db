package com.pelcro.payments.application.operation;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Operations in memory.
public final class InMemoryOperations implements Operations {

  /// An operation and what concluded it, if anything did.
  public record Row(Operation operation, @Nullable String outcome) {
    boolean isOpen() {
      return outcome == null;
    }

    boolean movedMoney() {
      return MOVES_MONEY.contains(operation.kind()) && "approval".equals(outcome);
    }
  }

  /// A step and whose it is.
  public record StepRow(ResourceId subject, Step step) {}

  private static final Set<OperationKind> MOVES_MONEY =
      EnumSet.of(OperationKind.CHARGE, OperationKind.CAPTURE, OperationKind.REFUND);

  private final InMemoryDatabase database;

  public InMemoryOperations(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Operation operation) {
    database.tell(
        () -> {
          requireSubject(operation);
          checkAskedOnce(operation);
          database.operations.insert(
              operation.site(), operation.id().value(), new Row(operation, null));
          write(operation, Step.Happening.ASKED, operation.askedAt(), null);
        });
  }

  @Override
  public void heard(Operation operation, Witnessed<GatewayAnswer> heard, Instant at) {
    database.tell(
        () -> {
          database.operations.require(operation.site(), operation.id().value());
          conclude(operation, heard.answer());
          write(operation, Step.Happening.ANSWERED, at, heard);
        });
  }

  @Override
  public List<Step> steps(SiteId site, ResourceId subject) {
    return database.ask(
        () ->
            database
                .steps
                .of(site)
                .filter(row -> row.subject().equals(subject))
                .map(StepRow::step)
                .sorted(Comparator.comparing(Step::at))
                .toList());
  }

  @Override
  public List<Operation> open(SiteId site, ResourceId subject) {
    return database.ask(
        () ->
            database
                .operations
                .of(site)
                .filter(row -> row.isOpen() && row.operation().subject().equals(subject))
                .map(Row::operation)
                .sorted(Comparator.comparing(Operation::askedAt))
                .toList());
  }

  /// As the tables do: nothing but letting go of a hold is asked again while an answer is awaited,
  /// and no money moves twice for one subject.
  private void checkAskedOnce(Operation operation) {
    var again =
        operation.kind() != OperationKind.RELEASE
            && database
                .operations
                .of(operation.site())
                .filter(row -> row.operation().subject().equals(operation.subject()))
                .filter(row -> row.operation().kind() == operation.kind())
                .anyMatch(row -> row.isOpen() || row.movedMoney());
    if (again) {
      throw new IllegalStateException(operation.subject() + " was asked that already");
    }
  }

  private void requireSubject(Operation operation) {
    var site = operation.site();
    switch (operation.subject()) {
      case ChargeId charge -> database.charges.require(site, charge.value());
      case RefundId refund -> database.refunds.require(site, refund.value());
      case PaymentMethodId method -> database.methods.require(site, method.value());
      default -> throw new IllegalStateException(operation.subject() + " is asked nothing for");
    }
  }

  private void conclude(Operation operation, GatewayAnswer answer) {
    if (answer instanceof GatewayAnswer.NoAnswer) {
      return;
    }
    database
        .operations
        .find(operation.site(), operation.id().value())
        .filter(Row::isOpen)
        .ifPresent(_ -> close(operation, answer));
  }

  private void close(Operation operation, GatewayAnswer answer) {
    database.operations.put(
        operation.site(), operation.id().value(), new Row(operation, outcome(answer)));
  }

  private void write(
      Operation operation,
      Step.Happening happening,
      Instant at,
      @Nullable Witnessed<GatewayAnswer> heard) {
    var step =
        new Step(
            operation.id(),
            operation.kind(),
            operation.references(),
            operation.amount(),
            happening,
            at,
            heard == null ? null : outcome(heard.answer()),
            heard == null ? null : heard.evidence(),
            "api");
    var name = String.format("%010d", database.steps.all().count());
    database.steps.insert(operation.site(), name, new StepRow(operation.subject(), step));
  }

  static String outcome(GatewayAnswer answer) {
    return switch (answer) {
      case GatewayAnswer.Approval _ -> "approval";
      case GatewayAnswer.Hold _ -> "hold";
      case GatewayAnswer.Review _ -> "review";
      case GatewayAnswer.Decline _ -> "decline";
      case GatewayAnswer.Rejection _ -> "rejection";
      case GatewayAnswer.NotSent _ -> "not_sent";
      case GatewayAnswer.NoAnswer _ -> "no_answer";
    };
  }
}
