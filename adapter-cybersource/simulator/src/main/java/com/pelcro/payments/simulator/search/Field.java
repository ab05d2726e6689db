package com.pelcro.payments.simulator.search;

import com.pelcro.payments.simulator.Source;
import com.pelcro.payments.simulator.Transaction;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields searches know.
enum Field {
  ID("id"),
  CODE("clientReferenceInformation.code"),
  TRANSACTION_ID("clientReferenceInformation.transactionId"),
  MERCHANT("merchantId"),
  RECONCILIATION_ID("reconciliationId"),
  TOTAL_AMOUNT("orderInformation.amountDetails.totalAmount"),
  CURRENCY("orderInformation.amountDetails.currency"),
  CUSTOMER("paymentInformation.customer.id"),
  INSTRUMENT("paymentInformation.paymentInstrument.id"),
  CARD_SUFFIX("paymentInformation.card.suffix"),
  CARD_PREFIX("paymentInformation.card.prefix"),
  CARD_TYPE("paymentInformation.card.type");

  private final String path;

  Field(String path) {
    this.path = path;
  }

  static Optional<Field> named(String path) {
    return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
  }

  @Nullable String of(Transaction transaction) {
    var references = transaction.references();
    var source = transaction.source();
    return switch (this) {
      case ID -> transaction.id();
      case CODE -> references.code();
      case TRANSACTION_ID -> references.transactionId();
      case MERCHANT -> references.merchant();
      case RECONCILIATION_ID -> transaction.reconciliationId();
      case TOTAL_AMOUNT -> transaction.amount().text();
      case CURRENCY -> transaction.amount().currency();
      case CUSTOMER -> source.customer();
      case INSTRUMENT -> source.paymentInstrument();
      case CARD_SUFFIX -> card(source, Source.Face::last4);
      case CARD_PREFIX -> card(source, Source.Face::prefix);
      case CARD_TYPE -> card(source, Source.Face::type);
    };
  }

  private static @Nullable String card(Source source, Function<Source.Face, String> part) {
    return source.card() == null ? null : part.apply(source.card());
  }
}
