package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.tokens.InstrumentIdentifier;
import java.util.Optional;
import java.util.Set;

/// What the card networks want to hear of a payment that a merchant starts on its own.
final class MerchantTerms {

  private static final String MIT =
      "processingInformation.authorizationOptions.initiator.merchantInitiatedTransaction.";
  private static final String PREVIOUS = MIT + "previousTransactionId";
  private static final String MISSPELT = MIT + "previousTransactionID";
  private static final String ORIGINAL_AMOUNT = MIT + "originalAuthorizedAmount";
  private static final String REASON = MIT + "reason";
  private static final String INDICATOR = "processingInformation.commerceIndicator";
  private static final String SECURITY_CODE = "paymentInformation.card.securityCode";

  private static final String VISA = "001";
  private static final String MASTERCARD = "002";
  private static final String AMEX = "003";
  private static final String DISCOVER = "004";
  private static final Set<String> WANT_A_REASON = Set.of(MASTERCARD, AMEX, DISCOVER);
  private static final Set<String> WANT_THE_FIRST = Set.of(AMEX, DISCOVER);
  private static final Set<String> SUBSCRIPTION_OR_STANDING_ORDER = Set.of("7", "8");

  private final Objections objections;
  private final Series series;

  MerchantTerms(Objections objections, Series series) {
    this.objections = objections;
    this.series = series;
  }

  /// The payment that this one says it follows, in either spelling.
  static Optional<String> previous(Body body) {
    return body.text(PREVIOUS).or(() -> body.text(MISSPELT));
  }

  void judge(Call call, PayingCard card) {
    var code = call.body().has(SECURITY_CODE);
    objections.object(call, code, SECURITY_CODE, "was sent by a merchant on its own");
    judgeReason(call, card.type());
    previous(call.body())
        .ifPresentOrElse(id -> judgePrevious(call, card, id), () -> judgeSilence(call, card));
    var amountless = card.type().equals(DISCOVER) && !call.body().has(ORIGINAL_AMOUNT);
    objections.object(call, amountless, ORIGINAL_AMOUNT, "is needed by Discover");
  }

  private void judgeReason(Call call, String type) {
    var reason = call.body().text(REASON);
    if (call.body().text(INDICATOR).filter("recurring"::equals).isEmpty()) {
      var silent = WANT_A_REASON.contains(type) && reason.isEmpty();
      objections.object(call, silent, REASON, "is needed by this network");
      return;
    }
    var strange = reason.filter(SUBSCRIPTION_OR_STANDING_ORDER::contains).isEmpty();
    objections.object(
        call, type.equals(MASTERCARD) && strange, REASON, "is 7 or 8 when Mastercard renews");
  }

  private void judgeSilence(Call call, PayingCard card) {
    objections.object(
        call, inVault(card).isEmpty(), PREVIOUS, "is missing, and the vault has none to add");
  }

  private void judgePrevious(Call call, PayingCard card, String id) {
    var named = series.find(call.merchant(), card.number(), id);
    var foreign = named.isEmpty() && !inVault(card).equals(Optional.of(id));
    objections.object(call, foreign, PREVIOUS, "names no approved payment with this card");
    var passed = card.type().equals(VISA) && !series.isLast(id);
    objections.object(call, passed, PREVIOUS, "names a payment that is not the last one");
    named.ifPresent(first -> judgeFirst(call, card.type(), first));
  }

  private void judgeFirst(Call call, String type, Series.Approved named) {
    var later = WANT_THE_FIRST.contains(type) && named.byMerchant();
    objections.object(call, later, PREVIOUS, "names a payment that is not the first one");
    var units = named.amount().minorUnits();
    var said =
        call.body()
            .text(ORIGINAL_AMOUNT)
            .flatMap(text -> Amount.parse(text, named.amount().currency()));
    var other = said.filter(amount -> amount.minorUnits() != units).isPresent();
    objections.object(
        call,
        type.equals(DISCOVER) && units > 0 && other,
        ORIGINAL_AMOUNT,
        "is not the first payment's amount");
  }

  /// What the vault adds by itself, or was told from elsewhere.
  private static Optional<String> inVault(PayingCard card) {
    return Optional.ofNullable(card.identifier()).map(InstrumentIdentifier::previousTransactionId);
  }
}
