package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.site.Integration;

/// Moves money. Calls block until there is an answer or the adapter's time limit is over, throw for
/// nothing a gateway or a network can do, and never send anything twice.
public interface PaymentGateway {

  /// Authorizes and captures in one step.
  Witnessed<GatewayAnswer> sale(Instruction instruction);

  /// Authorizes only: the money is held until it is captured or released.
  Witnessed<GatewayAnswer> authorize(Instruction instruction);

  /// Takes authorized money, at most what was authorized.
  Witnessed<GatewayAnswer> capture(FollowUp followUp);

  /// Undoes a capture, or the capture of a sale, before it settles. The hold stays: release it
  /// afterwards.
  Witnessed<GatewayAnswer> undo(FollowUp followUp);

  /// Lets go of a hold. A hold that is gone already counts as an approval.
  Witnessed<GatewayAnswer> release(FollowUp followUp);

  /// Gives captured money back. The gateway does not add up refunds: the caller does.
  Witnessed<GatewayAnswer> refund(FollowUp followUp);

  /// Looks an operation up by our references.
  Witnessed<Finding> find(Lookup lookup);

  /// Undoes an operation by our references alone, a sale together with its hold; not earlier than
  /// 60 seconds after it was asked. What undoes cannot be undone.
  Witnessed<Annulment> annul(Lookup lookup);

  /// Makes a signed call that moves no money.
  ConnectionCheck check(Integration integration);
}
