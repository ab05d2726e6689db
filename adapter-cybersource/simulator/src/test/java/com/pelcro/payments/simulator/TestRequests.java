package com.pelcro.payments.simulator;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// Bodies of requests as a merchant sends them.
public final class TestRequests {

  private static final AtomicLong NUMBER = new AtomicLong();

  /// An address that is enough for any card.
  public static final String BILL_TO =
      """
      {"firstName": "Ana", "lastName": "Kovac", "address1": "Ilica 10", "locality": "Zagreb",
       "postalCode": "10000", "country": "HR", "email": "ana@example.com"}\
      """;

  private TestRequests() {}

  /// The year cards expire in.
  public static int year() {
    return Year.now(ZoneOffset.UTC).getValue() + 1;
  }

  /// A reference nobody used before.
  public static String code() {
    return "T-" + NUMBER.incrementAndGet();
  }

  /// A card in the clear.
  public static String card(String number) {
    return """
    {"card": {"number": "%s", "expirationMonth": "12", "expirationYear": "%d", "securityCode": "%s"}}\
    """
        .formatted(number, year(), number.startsWith("3782") ? "1234" : "123");
  }

  /// A payment in euro. The arguments are JSON, but the amount and the code.
  public static String payment(
      String code, String amount, String processing, String payment, String more) {
    return """
    {"clientReferenceInformation": {"code": "%s", "transactionId": "tx%s"},
     "processingInformation": %s,
     "orderInformation": {"amountDetails": {"totalAmount": "%s", "currency": "EUR"}, "billTo": %s},
     "paymentInformation": %s%s}\
    """
        .formatted(code, code, processing, amount, BILL_TO, payment, more);
  }

  /// A sale by card number.
  public static String sale(String code, String amount) {
    return payment(code, amount, "{\"capture\": true}", card("4111111111111111"), "");
  }

  /// An authorization by card number.
  public static String authorization(String code, String amount) {
    return payment(code, amount, "{}", card("4111111111111111"), "");
  }

  /// A capture or refund in euro.
  public static String order(String code, String amount) {
    return """
    {"clientReferenceInformation": {"code": "%s", "transactionId": "tx%s"},
     "orderInformation": {"amountDetails": {"totalAmount": "%s", "currency": "EUR"}}}\
    """
        .formatted(code, code, amount);
  }

  /// A reversal in euro.
  public static String reversal(String code, String amount) {
    return """
    {"clientReferenceInformation": {"code": "%s"},
     "reversalInformation": {"amountDetails": {"totalAmount": "%s", "currency": "EUR"}}}\
    """
        .formatted(code, amount);
  }

  /// A void by id, or of what was sent under a transaction id.
  public static String cancel(String code, String transactionId) {
    return """
    {"clientReferenceInformation": {"code": "%s", "transactionId": "%s"}}\
    """
        .formatted(code, transactionId);
  }

  /// A session that takes the large networks.
  public static String session() {
    return """
    {"targetOrigins": ["https://shop.example"], "clientVersion": "v2",
     "allowedCardNetworks": ["VISA", "MASTERCARD", "AMEX", "DISCOVER", "CARTESBANCAIRES"]}\
    """;
  }
}
