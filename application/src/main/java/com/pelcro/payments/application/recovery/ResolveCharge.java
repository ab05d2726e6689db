package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Closes what recovery could not, by a person's decision and with the reason.
public final class ResolveCharge {

  /// `operation` may be left out when only one is open.
  public record Request(
      SiteId site,
      ChargeId charge,
      @Nullable OperationId operation,
      Decision decision,
      String reason) {}

  /// What a person found out.
  public sealed interface Decision {

    /// It was done: the gateway has it under this id.
    record Adopt(String transactionId) implements Decision {}

    /// It never happened.
    record Absent() implements Decision {}

    /// Nothing is open any more; the contradiction was looked at and is explained.
    record Dismiss() implements Decision {}
  }

  private final Charges charges;
  private final Operations operations;
  private final LostOperations lost;
  private final Adoption adoption;
  private final Dismissal dismissal;

  @Inject
  ResolveCharge(
      Charges charges,
      Operations operations,
      LostOperations lost,
      Adoption adoption,
      Dismissal dismissal) {
    this.charges = charges;
    this.operations = operations;
    this.lost = lost;
    this.adoption = adoption;
    this.dismissal = dismissal;
  }

  public Result<Charge> resolve(Request request) {
    return Result.found(
            charges.find(request.site(), request.charge()), () -> new NotFound("charge"))
        .then(ResolveCharge::inDoubt)
        .then(charge -> resolve(request, charge))
        .map(_ -> charges.find(request.site(), request.charge()).orElseThrow());
  }

  /// As long as recovery is at work, a person's guess would only race with its proof.
  private static Result<Charge> inDoubt(Charge charge) {
    return charge.needsAttention()
        ? new Done<>(charge)
        : new Refused<>(
            new InvalidState("nothing needs attention: recovery is at work, or all is proven"));
  }

  private Result<Charge> resolve(Request request, Charge charge) {
    var open = open(charge);
    return switch (request.decision()) {
      case Decision.Dismiss _ -> dismissed(request, charge, open);
      case Decision.Adopt(var id) ->
          chosen(request, open)
              .then(
                  operation ->
                      decided(
                          request,
                          operation,
                          new GatewayAnswer.Approval(GatewayReference.of(id), null)))
              .map(_ -> charge);
      case Decision.Absent _ ->
          chosen(request, open)
              .then(operation -> decided(request, operation, absent(request, operation)))
              .map(_ -> charge);
    };
  }

  /// A hold that could not be released is no longer asked for; what is decided about it is written
  /// down as a release of its own.
  private List<Operation> open(Charge charge) {
    var open = operations.openOf(charge.site(), charge.id());
    return open.isEmpty() && charge.state() instanceof ChargeState.Releasing
        ? List.of(dismissal.release(charge))
        : open;
  }

  private Result<Charge> dismissed(Request request, Charge charge, List<Operation> open) {
    if (!open.isEmpty()) {
      return new Refused<>(
          new InvalidState("something is still open; say what became of it: adopt or absent"));
    }
    return new Done<>(dismissal.dismiss(charge, request.reason()));
  }

  private static Result<Operation> chosen(Request request, List<Operation> open) {
    if (request.operation() == null) {
      return open.size() == 1
          ? new Done<>(open.getFirst())
          : new Refused<>(invalid(open.size() + " operations are open; name one of them"));
    }
    return Result.found(
        open.stream().filter(one -> one.id().equals(request.operation())).findFirst(),
        () -> invalid("no such operation of this charge is open"));
  }

  private Result<Lost> decided(Request request, Operation operation, GatewayAnswer answer) {
    return lost.of(operation)
        .map(
            found -> {
              var why = new Evidence(request.reason(), null, null, null, Duration.ZERO);
              adoption.adopt(found, new Witnessed<>(answer, why), Proof.OPERATOR);
              return found;
            });
  }

  /// Of a release it says that nothing is held.
  private static GatewayAnswer absent(Request request, Operation operation) {
    var code =
        operation.kind() == OperationKind.RELEASE ? FailureCode.ALREADY_UNDONE : FailureCode.ABSENT;
    return new GatewayAnswer.Rejection(
        new Failure(code, "declared absent by an operator: " + request.reason()));
  }

  private static Refusal invalid(String detail) {
    return new InvalidFields(List.of(new FieldProblem("/operation", Kind.INVALID, detail)));
  }
}
