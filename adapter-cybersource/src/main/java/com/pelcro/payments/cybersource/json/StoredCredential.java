package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.money.Money;
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

  /// What to say of a payment over `amount` with a card of this network.
  static StoredCredential of(Initiation initiation, CardNetwork network, Money amount) {
    return switch (initiation) {
      case Initiation.CustomerOnce _ -> new StoredCredential(INTERNET, null);
      case Initiation.CustomerStoring(var agreement) ->
          customer(true, null, agreed(network, agreement));
      case Initiation.CustomerStored _ -> customer(null, true, null);
      case Initiation.Unscheduled(var lineage) ->
          merchant(INTERNET, before(unscheduled(network), lineage, network, amount));
      case Initiation.Recurring(var lineage, var regularity) ->
          merchant(
              "recurring",
              before(agreed(network, regularity.agreement()), lineage, network, amount));
    };
  }

  private static StoredCredential customer(
      @Nullable Boolean storing, @Nullable Boolean stored, @Nullable String reason) {
    var later = reason == null ? null : new MerchantInitiated(reason, null, null);
    return new StoredCredential(INTERNET, new Initiator("customer", storing, stored, later));
  }

  private static StoredCredential merchant(String indicator, @Nullable MerchantInitiated before) {
    return new StoredCredential(indicator, new Initiator("merchant", null, true, before));
  }

  /// Visa wants the latest payment of the series, the others the first. Without an id of our own
  /// the vault supplies the one it keeps with the card number.
  private static @Nullable MerchantInitiated before(
      @Nullable String reason, CredentialLineage lineage, CardNetwork network, Money amount) {
    var previous =
        network == CardNetwork.VISA
            ? lineage.latestTransactionId()
            : lineage.originalTransactionId();
    var original = network == CardNetwork.DISCOVER ? Amounts.text(first(lineage, amount)) : null;
    return reason == null && previous == null && original == null
        ? null
        : new MerchantInitiated(reason, previous, original);
  }

  /// The amount of the first payment, without which Discover takes none that a merchant starts.
  /// Where there was none, or only a card verified for nothing, this payment is the first to ask
  /// for money, and its own amount is what there is to say.
  private static Money first(CredentialLineage lineage, Money amount) {
    return Optional.ofNullable(lineage.originalAmount())
        .filter(original -> !original.isZero())
        .orElse(amount);
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

  /// Mastercard knows no recurring payments, only subscriptions and standing orders, and hears so
  /// from the first payment on.
  private static @Nullable String agreed(CardNetwork network, Agreement agreement) {
    if (network != CardNetwork.MASTERCARD) {
      return null;
    }
    return switch (agreement) {
      case UNSCHEDULED -> null;
      case FIXED -> SUBSCRIPTION;
      case VARIABLE -> STANDING_ORDER;
    };
  }
}
