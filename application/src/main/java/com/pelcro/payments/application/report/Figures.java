package com.pelcro.payments.application.report;

import com.pelcro.payments.application.report.Summary.ChargeTally;
import java.util.Currency;

/// What charges that go together came to, in minor units of their currency.
///
/// @param approved how many an issuer said yes to
/// @param declined how many one said no to
public record Figures(
    Currency currency, long count, long amount, long captured, long approved, long declined) {

  static Figures of(ChargeTally tally) {
    var count = tally.asked().count();
    return new Figures(
        tally.asked().currency(),
        count,
        tally.asked().minorUnits(),
        tally.taken().minorUnits(),
        tally.isApproved() ? count : 0,
        tally.isDeclined() ? count : 0);
  }

  Figures plus(Figures other) {
    return new Figures(
        currency,
        Math.addExact(count, other.count),
        Math.addExact(amount, other.amount),
        Math.addExact(captured, other.captured),
        Math.addExact(approved, other.approved),
        Math.addExact(declined, other.declined));
  }
}
