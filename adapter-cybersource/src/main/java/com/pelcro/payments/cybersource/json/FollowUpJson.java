package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import org.jspecify.annotations.Nullable;

/// The body of what is done to an earlier payment, by its id in the path or, when its answer was
/// lost, by our transaction id in the body.
public record FollowUpJson(
    ClientReferenceJson clientReferenceInformation,
    @Nullable OrderJson orderInformation,
    @Nullable Reversal reversalInformation) {

  /// The code of a timeout void ends like this.
  public static final String VOIDED = "-TV";

  /// The code of a timeout reversal ends like this.
  public static final String REVERSED = "-TR";

  record Reversal(AmountJson amountDetails, String reason) {}

  /// A capture or a refund.
  public static FollowUpJson taking(FollowUp followUp) {
    return new FollowUpJson(
        ClientReferenceJson.of(followUp.references()), OrderJson.of(followUp.amount(), null), null);
  }

  public static FollowUpJson voiding(FollowUp followUp) {
    return new FollowUpJson(ClientReferenceJson.of(followUp.references()), null, null);
  }

  public static FollowUpJson releasing(FollowUp followUp) {
    return new FollowUpJson(
        ClientReferenceJson.of(followUp.references()), null, reversal(followUp.amount(), "void"));
  }

  public static FollowUpJson timeoutVoid(Lookup lookup) {
    return new FollowUpJson(undoing(lookup.references(), VOIDED), null, null);
  }

  public static FollowUpJson timeoutReversal(Lookup lookup) {
    return new FollowUpJson(
        undoing(lookup.references(), REVERSED), null, reversal(lookup.amount(), "timeout"));
  }

  private static ClientReferenceJson undoing(References references, String suffix) {
    return ClientReferenceJson.undoing(references, suffix);
  }

  private static Reversal reversal(Money amount, String reason) {
    return new Reversal(AmountJson.of(amount), reason);
  }
}
