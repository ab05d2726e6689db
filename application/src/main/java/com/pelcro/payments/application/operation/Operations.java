package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every thing asked of the gateway. An operation is open from [#add] on until an answer concludes
/// it; `lookAt` says when somebody has to look at it again, if ever.
public interface Operations {

  void add(Operation operation, Instant lookAt);

  /// Writes down what was heard. Anything but `NoAnswer` concludes the operation; silence is only
  /// remembered. What was concluded stays, but for a review, which is answered later.
  ///
  /// @return whether the operation was open until now
  boolean heard(
      Operation operation,
      Witnessed<GatewayAnswer> heard,
      Proof proof,
      Instant at,
      @Nullable Instant lookAt);

  /// Writes down a step that concludes nothing.
  void note(SiteId site, Step step);

  void lookAgain(Operation operation, @Nullable Instant lookAt);

  /// Takes back the conclusion of an operation that turned up after it was called absent: it is
  /// open until the next thing is heard of it. Every step it took stays written down.
  void reopen(Operation operation);

  /// Claims the operations of all sites that have to be looked at by `now`, longest due first:
  /// nobody else is given them before `until`. In a transaction of its own.
  List<Claimed> claim(Instant now, Instant until, int most);

  /// Every step taken for a charge, a refund or a payment method, oldest first.
  List<Step> steps(SiteId site, ResourceId subject);

  /// Every step taken for a charge and for its refunds, oldest first.
  List<Step> timeline(SiteId site, ChargeId charge);

  /// The operations of a subject that are still open, oldest first.
  List<Operation> open(SiteId site, ResourceId subject);

  /// The operations of a charge and of its refunds that are still open, oldest first.
  List<Operation> openOf(SiteId site, ChargeId charge);
}
