package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.cybersource.json.Services.Result;
import com.pelcro.payments.cybersource.json.Services.Run;
import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.gateway.BookEntry.Effect;
import com.pelcro.payments.domain.gateway.BookEntry.Kind;
import com.pelcro.payments.domain.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/// Reads a hit of a search as an entry of the gateway's books. The services that ran for it tell
/// what it was and what came of it.
public final class BookEntries {

  private static final String AMOUNTS = "orderInformation.amountDetails.";

  private BookEntries() {}

  /// The entry; empty for a hit without an id or a time, which nobody could find again.
  public static Optional<BookEntry> read(Reading hit) {
    return hit.text("id").flatMap(id -> time(hit).map(at -> entry(hit, id, at)));
  }

  private static BookEntry entry(Reading hit, String id, Instant at) {
    var services = Services.read(hit);
    var amount = amount(hit);
    var code = hit.text("clientReferenceInformation.code");
    var annulled = code.flatMap(ClientReferenceJson::annulled);
    var kind = annulled.isPresent() ? Kind.ANNULMENT : kind(services, amount);
    return new BookEntry(
        id, annulled.or(() -> code).orElse(null), kind, effect(services), amount.orElse(null), at);
  }

  private static Kind kind(Services services, Optional<Money> amount) {
    if (ran(services, "ics_auth") || ran(services, "ics_decision")) {
      return amount.filter(Money::isZero).isPresent() ? Kind.VERIFICATION : Kind.PAYMENT;
    }
    if (ran(services, "ics_bill")) {
      return Kind.CAPTURE;
    }
    if (ran(services, "ics_credit")) {
      return Kind.REFUND;
    }
    if (ran(services, "ics_auth_reversal")) {
      return Kind.RELEASE;
    }
    return ran(services, "ics_void") ? Kind.VOID : Kind.OTHER;
  }

  private static boolean ran(Services services, String name) {
    return services.run(name).isPresent();
  }

  private static Effect effect(Services services) {
    return services
        .run("ics_auth")
        .map(authorization -> paid(authorization, services))
        .orElseGet(() -> together(services));
  }

  private static Effect paid(Run authorization, Services services) {
    if (!FoundPayments.isApproved(authorization)) {
      return effect(authorization.result());
    }
    var billed = services.run("ics_bill").map(Run::result).filter(Result.DONE::equals);
    return billed.isPresent() ? Effect.DONE : Effect.HELD;
  }

  /// Whatever else ran: one that did something decides, then one that broke.
  private static Effect together(Services services) {
    var results =
        services.runs().stream()
            .filter(run -> !run.name().equals("ics_decision"))
            .map(Run::result)
            .toList();
    if (results.contains(Result.DONE)) {
      return Effect.DONE;
    }
    return results.isEmpty() || results.contains(Result.BROKEN) ? Effect.UNPROVEN : Effect.REFUSED;
  }

  private static Effect effect(Result result) {
    return switch (result) {
      case DONE -> Effect.DONE;
      case REFUSED -> Effect.REFUSED;
      case BROKEN -> Effect.UNPROVEN;
    };
  }

  private static Optional<Money> amount(Reading hit) {
    return hit.text(AMOUNTS + "currency")
        .flatMap(BookEntries::currency)
        .flatMap(
            currency ->
                hit.text(AMOUNTS + "totalAmount").flatMap(text -> Amounts.parse(text, currency)));
  }

  private static Optional<Currency> currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code))
        .filter(known -> known.getDefaultFractionDigits() >= 0)
        .findFirst();
  }

  private static Optional<Instant> time(Reading hit) {
    try {
      return hit.text("submitTimeUtc").map(Instant::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
