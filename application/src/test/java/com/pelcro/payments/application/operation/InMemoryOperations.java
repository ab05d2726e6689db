package com.pelcro.payments.application.operation;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Operations in memory.
public final class InMemoryOperations implements Operations {

  /// An operation, what concluded it, if anything did, and when somebody has to look at it again.
  public record Row(
      Operation operation, @Nullable Conclusion conclusion, @Nullable Instant lookAt) {
    boolean isOpen() {
      return conclusion == null;
    }

    /// A review is answered later.
    boolean isUndecided() {
      return conclusion == null || conclusion.outcome() == Outcome.REVIEW;
    }

    boolean movedMoney() {
      return MOVES_MONEY.contains(operation.kind())
          && conclusion != null
          && conclusion.outcome() == Outcome.APPROVAL;
    }

    boolean isDue(Instant now) {
      return lookAt != null && !lookAt.isAfter(now);
    }

    Row lookingAt(@Nullable Instant next) {
      return new Row(operation, conclusion, next);
    }
  }

  private static final Set<OperationKind> MOVES_MONEY =
      EnumSet.of(OperationKind.CHARGE, OperationKind.CAPTURE, OperationKind.REFUND);

  private final InMemoryDatabase database;

  public InMemoryOperations(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Operation operation, Instant lookAt) {
    database.tell(
        () -> {
          requireSubject(operation);
          checkAskedOnce(operation);
          database.operations.insert(
              operation.site(), operation.id().value(), new Row(operation, null, lookAt));
          write(operation.site(), asked(operation));
        });
  }

  @Override
  public boolean heard(
      Operation operation,
      Witnessed<GatewayAnswer> heard,
      Proof proof,
      Instant at,
      @Nullable Instant lookAt) {
    var outcome = Outcome.of(heard.answer());
    return database.ask(
        () -> {
          var row = row(operation);
          if (outcome.concludes() && row.isUndecided()) {
            put(new Row(row.operation(), new Conclusion(outcome, proof, at), lookAt));
          } else if (!outcome.concludes() && row.isOpen()) {
            put(row.lookingAt(lookAt));
          }
          write(operation.site(), heard(operation, heard.evidence(), outcome, proof, at));
          return row.isOpen();
        });
  }

  @Override
  public void note(SiteId site, Step step) {
    database.tell(
        () -> {
          database.operations.require(site, step.operation().value());
          write(site, step);
        });
  }

  @Override
  public void lookAgain(Operation operation, @Nullable Instant lookAt) {
    database.tell(() -> put(row(operation).lookingAt(lookAt)));
  }

  @Override
  public void reopen(Operation operation) {
    database.tell(
        () -> {
          var row = row(operation);
          if (row.conclusion() == null || row.conclusion().proof() != Proof.ABSENT) {
            throw new IllegalStateException(operation.id() + " was not called absent");
          }
          put(new Row(row.operation(), null, row.lookAt()));
        });
  }

  @Override
  public List<Claimed> claim(Instant now, Instant until, int most) {
    return database.ask(
        () -> {
          var due =
              database
                  .operations
                  .all()
                  .filter(row -> row.isDue(now))
                  .sorted(Comparator.comparing(Row::lookAt))
                  .limit(most)
                  .toList();
          due.forEach(row -> put(row.lookingAt(until)));
          return due.stream().map(row -> new Claimed(row.operation(), row.conclusion())).toList();
        });
  }

  @Override
  public List<Step> steps(SiteId site, ResourceId subject) {
    return steps(site, subject::equals);
  }

  @Override
  public List<Step> timeline(SiteId site, ChargeId charge) {
    return steps(site, subject -> isOf(site, charge, subject));
  }

  private List<Step> steps(SiteId site, Predicate<ResourceId> subjects) {
    return database.ask(
        () ->
            database
                .steps
                .of(site)
                .filter(step -> subjects.test(subject(site, step)))
                .sorted(Comparator.comparing(Step::at))
                .toList());
  }

  @Override
  public List<Operation> open(SiteId site, ResourceId subject) {
    return open(site, subject::equals);
  }

  @Override
  public List<Operation> openOf(SiteId site, ChargeId charge) {
    return open(site, subject -> isOf(site, charge, subject));
  }

  private List<Operation> open(SiteId site, Predicate<ResourceId> subjects) {
    return database.ask(
        () ->
            database
                .operations
                .of(site)
                .filter(row -> row.isOpen() && subjects.test(row.operation().subject()))
                .map(Row::operation)
                .sorted(Comparator.comparing(Operation::askedAt))
                .toList());
  }

  private boolean isOf(SiteId site, ChargeId charge, ResourceId subject) {
    return subject.equals(charge)
        || (subject instanceof RefundId refund
            && database
                .refunds
                .find(site, refund.value())
                .filter(known -> known.charge().equals(charge))
                .isPresent());
  }

  private ResourceId subject(SiteId site, Step step) {
    return database
        .operations
        .find(site, step.operation().value())
        .orElseThrow()
        .operation()
        .subject();
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

  private Row row(Operation operation) {
    database.operations.require(operation.site(), operation.id().value());
    return database.operations.find(operation.site(), operation.id().value()).orElseThrow();
  }

  private void put(Row row) {
    database.operations.put(row.operation().site(), row.operation().id().value(), row);
  }

  private static Step asked(Operation operation) {
    return new Step(
        operation.id(),
        operation.kind(),
        operation.references(),
        operation.amount(),
        Step.Happening.ASKED,
        operation.askedAt(),
        null,
        null,
        operation.askedBy());
  }

  private static Step heard(
      Operation operation, Evidence evidence, Outcome outcome, Proof proof, Instant at) {
    return new Step(
        operation.id(),
        operation.kind(),
        operation.references(),
        operation.amount(),
        Step.Happening.of(proof),
        at,
        Step.outcome(outcome, proof),
        evidence,
        Step.actor(proof, operation.askedBy()));
  }

  private void write(SiteId site, Step step) {
    var name = String.format("%010d", database.steps.all().count());
    database.steps.insert(site, name, step);
  }
}
