package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Initiation.Regularity;
import com.pelcro.payments.domain.paymentmethod.CredentialLineage;
import com.pelcro.payments.domain.site.CardNetwork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says who started a payment, by the card networks' rules for stored cards.
record StoredCredential(String commerceIndicator, @Nullable Initiator initiator) {

  private static final String INTERNET = "internet";
  private static final String SUBSCRIPTION = "7";
  private static final String STANDING_ORDER = "8";
  private static final String UNSCHEDULED = "10";

  /// Who starts a payment, and on what standing.
  record Initiator(
      String type,
      @Nullable Boolean credentialStoredOnFile,
      @Nullable Boolean storedCredentialUsed,
      @Nullable MerchantInitiated merchantInitiatedTransaction) {}

  /// What the networks want to hear again of the payments before.
  record MerchantInitiated(
      @Nullable String reason,
      @Nullable String previousTransactionId,
      @Nullable String originalAuthorizedAmount) {}

  static StoredCredential of(Initiation initiation, CardNetwork network) {
    return switch (initiation) {
      case Initiation.CustomerOnce _ -> new StoredCredential(INTERNET, null);
      case Initiation.CustomerStoring _ -> customer(true, null);
      case Initiation.CustomerStored _ -> customer(null, true);
      case Initiation.Unscheduled(var lineage) ->
          merchant(INTERNET, unscheduled(network), lineage, network);
      case Initiation.Recurring(var lineage, var regularity) ->
          merchant("recurring", recurring(network, regularity), lineage, network);
    };
  }

  private static StoredCredential customer(@Nullable Boolean storing, @Nullable Boolean stored) {
    return new StoredCredential(INTERNET, new Initiator("customer", storing, stored, null));
  }

  private static StoredCredential merchant(
      String indicator, @Nullable String reason, CredentialLineage lineage, CardNetwork network) {
    var before = before(reason, lineage, network);
    return new StoredCredential(indicator, new Initiator("merchant", null, true, before));
  }

  /// Visa wants the latest payment of the series, the others the first. Without an id of our own
  /// the vault supplies the one it keeps with the card number.
  private static @Nullable MerchantInitiated before(
      @Nullable String reason, CredentialLineage lineage, CardNetwork network) {
    var previous =
        network == CardNetwork.VISA
            ? lineage.latestTransactionId()
            : lineage.originalTransactionId();
    var amount =
        Optional.ofNullable(lineage.originalAmount())
            .filter(_ -> network == CardNetwork.DISCOVER)
            .filter(first -> !first.isZero());
    return reason == null && previous == null && amount.isEmpty()
        ? null
        : new MerchantInitiated(reason, previous, amount.map(Amounts::text).orElse(null));
  }

  private static @Nullable String unscheduled(CardNetwork network) {
    return switch (network) {
      case AMEX, DISCOVER, MASTERCARD -> UNSCHEDULED;
      case VISA,
          JCB,
          DINERS_CLUB,
          MAESTRO,
          UNION_PAY,
          CARTE_BANCAIRE,
          CARNET,
          ELO,
          MADA,
          MEEZA,
          EFTPOS,
          JCREW ->
          null;
    };
  }

  /// Mastercard knows no recurring payments, only subscriptions and standing orders.
  private static @Nullable String recurring(CardNetwork network, Regularity regularity) {
    if (network != CardNetwork.MASTERCARD) {
      return null;
    }
    return switch (regularity) {
      case FIXED -> SUBSCRIPTION;
      case VARIABLE -> STANDING_ORDER;
    };
  }
}
