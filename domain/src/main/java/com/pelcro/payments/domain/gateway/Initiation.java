package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.paymentmethod.CredentialLineage;

/// Who started a payment and on what standing agreement: the stored-credential rules of the card
/// networks.
public sealed interface Initiation {

  /// The customer pays now; nothing is stored.
  record CustomerOnce() implements Initiation {}

  /// The customer pays now and agrees that the card is stored, and what it may be charged for. A
  /// card on file can serve too: what is new then is the agreement.
  record CustomerStoring(Agreement agreement) implements Initiation {}

  /// The customer pays now with a card stored before, and agrees to nothing new.
  record CustomerStored() implements Initiation {}

  /// The site charges a stored card on no schedule, as the customer once agreed.
  record Unscheduled(CredentialLineage lineage) implements Initiation {}

  /// The site charges a stored card for the next period of a subscription.
  record Recurring(CredentialLineage lineage, Regularity regularity) implements Initiation {}

  /// What a customer allows a stored card to be charged for when he is away.
  enum Agreement {
    /// Whatever he will owe, whenever that is.
    UNSCHEDULED,
    /// A subscription: the same amount every period.
    FIXED,
    /// A standing order: every period, what that period costs.
    VARIABLE
  }

  /// Whether every period asks for the same amount.
  enum Regularity {
    FIXED(Agreement.FIXED),
    VARIABLE(Agreement.VARIABLE);

    private final Agreement agreement;

    Regularity(Agreement agreement) {
      this.agreement = agreement;
    }

    /// What the customer agreed to in the first payment of such a series.
    public Agreement agreement() {
      return agreement;
    }
  }
}
