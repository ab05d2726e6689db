package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks what a payment says about itself: required fields, and who initiated it.
final class PaymentTerms {

  private static final String OPTIONS = "processingInformation.authorizationOptions.";
  private static final String INITIATOR = OPTIONS + "initiator.";
  private static final String MIT = INITIATOR + "merchantInitiatedTransaction";
  private static final String BILL_TO = "orderInformation.billTo.";
  private static final List<String> MISPLACED =
      List.of(
          OPTIONS + "merchantInitiatedTransaction",
          "processingInformation.merchantInitiatedTransaction",
          "processingInformation.initiator");
  private static final List<String> ADDRESS =
      List.of("firstName", "lastName", "address1", "locality", "country", "email");

  private final Books books;
  private final Objections objections;
  private final MerchantTerms merchant;

  PaymentTerms(Books books, Series series) {
    this.books = books;
    this.objections = new Objections(books);
    this.merchant = new MerchantTerms(objections, series);
  }

  static Optional<String> initiator(Body body) {
    return body.text(INITIATOR + "type");
  }

  /// Refuses a payment without what every payment needs.
  void refuseIncomplete(Call call) {
    books.require(
        call.body(),
        "clientReferenceInformation.code",
        "orderInformation.amountDetails.totalAmount",
        "orderInformation.amountDetails.currency");
  }

  /// Refuses a payment without an address, unless a stored one stands in.
  void refuseUnaddressed(Body body, PayingCard card) {
    if (card.bringsAddress()) {
      return;
    }
    var needed = new ArrayList<>(ADDRESS);
    var country = body.text(BILL_TO + "country").orElse("");
    if (country.equals("US") || country.equals("CA")) {
      needed.addAll(List.of("postalCode", "administrativeArea"));
    }
    books.require(body, needed.stream().map(BILL_TO::concat).toArray(String[]::new));
  }

  /// Notes what is careless in what a payment says of who initiated it; refuses it where the switch
  /// is strict.
  void judgeInitiator(Call call, PayingCard card) {
    for (var path : MISPLACED) {
      objections.object(call, call.body().has(path), path, "stands outside initiator");
    }
    var spelling = call.body().has(MIT + ".previousTransactionID");
    Objections.note(call, spelling, "previousTransactionID is spelt previousTransactionId");
    if (initiator(call.body()).filter("merchant"::equals).isPresent()) {
      merchant.judge(call, card);
    }
  }
}
