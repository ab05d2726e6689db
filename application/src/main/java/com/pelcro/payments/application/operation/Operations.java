package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;

/// Every thing asked of the gateway. An operation is open from [#add] on until an answer concludes
/// it.
public interface Operations {

  void add(Operation operation);

  /// Writes down what was heard. Anything but `NoAnswer` concludes the operation; silence is only
  /// remembered.
  void heard(Operation operation, Witnessed<GatewayAnswer> heard, Instant at);

  /// Every step taken for a charge, a refund or a payment method, oldest first.
  List<Step> steps(SiteId site, ResourceId subject);

  /// The operations of a subject that are still open, oldest first.
  List<Operation> open(SiteId site, ResourceId subject);
}
