package com.pelcro.payments.domain.paymentmethod;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// The month a card is good through, such as 12 and 2034.
public record CardExpiry(int month, int year) {

  public CardExpiry {
    if (month < 1 || month > 12 || year < 2000 || year > 2099) {
      throw new DateTimeException("a card expires in month 1 to 12 of 2000 to 2099");
    }
  }

  /// Whether the card's last month is over everywhere on earth (twelve hours after its end in UTC).
  public boolean isPast(Instant now) {
    var end = YearMonth.of(year, month).plusMonths(1).atDay(1).atTime(12, 0);
    return !now.isBefore(end.toInstant(ZoneOffset.UTC));
  }
}
