package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.SharedSecret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of a payment.
public record PaymentJson(
    ClientReferenceJson clientReferenceInformation,
    Processing processingInformation,
    OrderJson orderInformation,
    @Nullable Source paymentInformation,
    @Nullable TokenInformation tokenInformation) {

  private static final String TOKEN_CREATE = "TOKEN_CREATE";
  private static final String DECISION_SKIP = "DECISION_SKIP";
  private static final List<String> KEPT = List.of("paymentInstrument", "instrumentIdentifier");

  record Processing(
      boolean capture,
      String commerceIndicator,
      @Nullable List<String> actionList,
      @Nullable List<String> actionTokenTypes,
      AuthorizationOptions authorizationOptions) {}

  record AuthorizationOptions(
      @Nullable Boolean partialAuthIndicator, StoredCredential.@Nullable Initiator initiator) {}

  record Source(
      @Nullable Id customer,
      @Nullable Id paymentInstrument,
      @Nullable Id instrumentIdentifier,
      @Nullable CardJson card) {}

  record Id(String id) {}

  record CardJson(
      @Nullable String type, @Nullable String expirationMonth, @Nullable String expirationYear) {}

  record TokenInformation(SharedSecret transientTokenJwt) {}

  /// A payment with a card the vault holds. Who it is billed to stands with the card.
  public static PaymentJson stored(
      Instruction instruction, boolean capture, GatewayToken token, CardSummary card) {
    var customer = Optional.ofNullable(token.customer()).map(Id::new).orElse(null);
    return new PaymentJson(
        ClientReferenceJson.of(instruction.references()),
        processing(instruction, card, capture, false),
        OrderJson.of(instruction.amount(), null),
        new Source(customer, new Id(token.instrument()), null, null),
        null);
  }

  /// A payment with a card just typed in; for a customer of the vault it is stored on approval.
  public static PaymentJson typed(
      Instruction instruction, boolean capture, FreshCard card, @Nullable String customer) {
    var owner = Optional.ofNullable(customer).map(Id::new).orElse(null);
    return fresh(
        instruction.references(),
        processing(instruction, card.card(), capture, owner != null),
        instruction.amount(),
        card,
        new Source(owner, null, null, new CardJson(code(card), null, null)));
  }

  /// A payment with a card number the vault got from the browser.
  public static PaymentJson numbered(
      Instruction instruction, boolean capture, FreshCard card, String identifier) {
    return identified(
        instruction.references(),
        processing(instruction, card.card(), capture, false),
        instruction.amount(),
        card,
        identifier);
  }

  /// An authorization over nothing that stores the card for a customer of the vault.
  public static PaymentJson verification(SaveCard request, String customer) {
    return fresh(
        request.references(),
        verifying(request, true),
        Money.zero(request.currency()),
        request.card(),
        new Source(new Id(customer), null, null, new CardJson(code(request.card()), null, null)));
  }

  /// An authorization over nothing on a card number the vault got from the browser.
  public static PaymentJson numberedVerification(SaveCard request, String identifier) {
    return identified(
        request.references(),
        verifying(request, false),
        Money.zero(request.currency()),
        request.card(),
        identifier);
  }

  private static PaymentJson fresh(
      References references, Processing processing, Money amount, FreshCard card, Source source) {
    return new PaymentJson(
        ClientReferenceJson.of(references),
        processing,
        OrderJson.of(amount, BillToJson.of(card.billing())),
        source,
        new TokenInformation(card.token()));
  }

  private static PaymentJson identified(
      References references,
      Processing processing,
      Money amount,
      FreshCard card,
      String identifier) {
    var expiry = ExpiryJson.of(card.card().expiry());
    var plastic = new CardJson(code(card), expiry.expirationMonth(), expiry.expirationYear());
    return new PaymentJson(
        ClientReferenceJson.of(references),
        processing,
        OrderJson.of(amount, BillToJson.of(card.billing())),
        new Source(null, null, new Id(identifier), plastic),
        null);
  }

  /// Renewals skip the fraud rules, which were made for strangers.
  private static Processing processing(
      Instruction instruction, CardSummary card, boolean capture, boolean keep) {
    var initiation = instruction.initiation();
    var credential = StoredCredential.of(initiation, card.network(), instruction.amount());
    var skip = initiation instanceof Initiation.Recurring;
    var actions = skip ? List.of(DECISION_SKIP) : keep ? List.of(TOKEN_CREATE) : null;
    return new Processing(
        capture,
        credential.commerceIndicator(),
        actions,
        keep ? KEPT : null,
        new AuthorizationOptions(false, credential.initiator()));
  }

  private static Processing verifying(SaveCard request, boolean keep) {
    var storing = new Initiation.CustomerStoring(Initiation.Agreement.UNSCHEDULED);
    var nothing = Money.zero(request.currency());
    var credential = StoredCredential.of(storing, request.card().card().network(), nothing);
    return new Processing(
        false,
        credential.commerceIndicator(),
        keep ? List.of(TOKEN_CREATE) : null,
        keep ? KEPT : null,
        new AuthorizationOptions(null, credential.initiator()));
  }

  /// Says under which network a card of several is charged.
  private static @Nullable String code(FreshCard card) {
    return Networks.of(card.card().network()).code().orElse(null);
  }
}
