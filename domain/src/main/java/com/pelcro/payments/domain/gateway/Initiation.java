package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.paymentmethod.CredentialLineage;

/// Who started a payment and on what standing agreement: the stored-credential rules of the card
/// networks.
public sealed interface Initiation {

  /// The customer pays now; nothing is stored.
  record CustomerOnce() implements Initiation {}

  /// The customer pays now and agrees that the card is stored.
  record CustomerStoring() implements Initiation {}

  /// The customer pays now with a card stored before.
  record CustomerStored() implements Initiation {}

  /// The site charges a stored card on no schedule, as the customer once agreed.
  record Unscheduled(CredentialLineage lineage) implements Initiation {}

  /// The site charges a stored card for the next period of a subscription.
  record Recurring(CredentialLineage lineage, Regularity regularity) implements Initiation {}

  /// Whether every period asks for the same amount.
  enum Regularity {
    FIXED,
    VARIABLE
  }
}
