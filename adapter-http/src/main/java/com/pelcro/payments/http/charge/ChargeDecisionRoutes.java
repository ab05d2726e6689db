package com.pelcro.payments.http.charge;

import static com.pelcro.payments.http.access.Access.OPERATOR;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.recovery.ResolveCharge;
import com.pelcro.payments.application.recovery.ResolveCharge.Decision;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An operator's word about a charge that recovery could not close.
public final class ChargeDecisionRoutes implements Routes {

  /// What is to be done about it.
  private enum Word {
    ADOPT,
    ABSENT,
    DISMISS
  }

  private record DecisionJson(
      String decision,
      @Nullable String operation,
      @Nullable String gatewayTransactionId,
      String reason) {

    Word word() {
      return Word.valueOf(decision.toUpperCase(Locale.ROOT));
    }
  }

  private final ResolveCharge resolve;

  @Inject
  public ChargeDecisionRoutes(ResolveCharge resolve) {
    this.resolve = resolve;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.post(ChargeRoutes.ONE + "/resolve", OPERATOR, this::resolve));
  }

  private Reply resolve(Call call) {
    var body = call.body(DecisionJson.class);
    var resolved = decision(body).map(what -> request(call, body, what)).then(resolve::resolve);
    return Reply.to(resolved, charge -> Reply.ok(ChargeJson.of(charge)));
  }

  private static ResolveCharge.Request request(Call call, DecisionJson body, Decision what) {
    return new ResolveCharge.Request(
        call.site(),
        call.id("charge", ChargeId::new),
        Optional.ofNullable(body.operation()).map(OperationId::new).orElse(null),
        what,
        body.reason());
  }

  private static Result<Decision> decision(DecisionJson body) {
    var id = body.gatewayTransactionId();
    return switch (body.word()) {
      case ADOPT ->
          id == null
              ? new Refused<>(misplaced("is what the gateway calls it; an adoption needs it"))
              : new Done<>(new Decision.Adopt(id));
      case ABSENT -> without(id, new Decision.Absent());
      case DISMISS -> without(id, new Decision.Dismiss());
    };
  }

  private static Result<Decision> without(@Nullable String id, Decision decision) {
    return id == null
        ? new Done<>(decision)
        : new Refused<>(misplaced("belongs to an adoption; leave it out"));
  }

  private static Refusal misplaced(String detail) {
    return new InvalidFields(
        List.of(new FieldProblem("/gateway_transaction_id", Kind.INVALID, detail)));
  }
}
