package com.pelcro.payments.http.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.pelcro.payments.application.report.Figures;
import com.pelcro.payments.application.report.Summary.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What charges that go together came to, and what they have in common: one of the first three, or
/// nothing but the currency.
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiguresJson(
    @Nullable String date,
    @Nullable String status,
    @Nullable String cardNetwork,
    String currency,
    long count,
    long amount,
    long amountCaptured,
    long approved,
    long declined) {

  static FiguresJson of(Figures figures) {
    return new FiguresJson(
        null,
        null,
        null,
        figures.currency().getCurrencyCode(),
        figures.count(),
        figures.amount(),
        figures.captured(),
        figures.approved(),
        figures.declined());
  }

  static FiguresJson ofDay(Row<LocalDate> row) {
    return of(row.figures()).with(row.key().toString(), null, null);
  }

  FiguresJson status(String code) {
    return with(null, code, null);
  }

  FiguresJson network(String code) {
    return with(null, null, code);
  }

  private FiguresJson with(
      @Nullable String ofDate, @Nullable String ofStatus, @Nullable String ofNetwork) {
    return new FiguresJson(
        ofDate, ofStatus, ofNetwork, currency, count, amount, amountCaptured, approved, declined);
  }
}
