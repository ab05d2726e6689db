package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.http.dashboard.Field;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.MoneyText;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.server.PageCall;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what is looked for among the charges: what cannot be read is a fault at its field.
final class ChargeSearch {

  private static final List<String> FIELDS =
      List.of("status", "customer", "reference", "amount", "last4", "from", "to", "attention");

  private final PageCall call;
  private final ZoneId zone;
  private final Currency currency;
  private final List<Fault> faults = new ArrayList<>();

  ChargeSearch(PageCall call, ZoneId zone, Currency currency) {
    this.call = call;
    this.zone = zone;
    this.currency = currency;
  }

  ChargeFilter filter() {
    var filter =
        new ChargeFilter(
            read("customer", "Customers look like cus_…", text -> id(text)),
            null,
            read("status", "There is no such status", ChargeSearch::status),
            call.query("reference").orElse(null),
            read("from", "Write the day like 2026-03-02", text -> start(text, 0)),
            read("to", "Write the day like 2026-03-02", text -> start(text, 1)));
    var amount =
        read("amount", "Write the amount like 19.90", text -> MoneyText.read(text, currency));
    var last4 =
        read(
            "last4",
            "The last four digits of the card",
            text -> Optional.of(text).filter(digits -> digits.matches("\\d{4}")));
    var paying = filter.paying(amount == null ? null : amount.minorUnits(), last4);
    return call.query("attention").isPresent() ? paying.inDoubt() : paying;
  }

  private <T> @Nullable T read(String name, String help, Function<String, Optional<T>> reading) {
    var text = call.query(name);
    var value = text.flatMap(reading);
    if (text.isPresent() && value.isEmpty()) {
      faults.add(new Fault(name, help));
    }
    return value.orElse(null);
  }

  private static Optional<CustomerId> id(String text) {
    return PageCall.read(text, CustomerId::new);
  }

  private static Optional<Status> status(String text) {
    return Stream.of(Status.values()).filter(one -> one.code().equals(text)).findFirst();
  }

  /// The beginning of a day at the site, or of one that comes some days later.
  private Optional<Instant> start(String text, int later) {
    try {
      return Optional.of(LocalDate.parse(text).plusDays(later).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The form as it was sent; to be taken after [#filter].
  Form form() {
    var values = new LinkedHashMap<String, String>();
    FIELDS.forEach(name -> call.query(name).ifPresent(value -> values.put(name, value)));
    return new Form("none", values, faults);
  }

  boolean isNarrowed() {
    return FIELDS.stream().anyMatch(name -> call.query(name).isPresent());
  }

  static List<Choice> statuses(Form form) {
    return Stream.of(Status.values())
        .map(Status::code)
        .map(code -> new Choice(code, Words.human(code), code.equals(form.value("status"))))
        .toList();
  }

  static List<Field> fields(Form form) {
    return List.of(
        Field.text(form, "customer", "Customer", null),
        Field.text(form, "reference", "Reference", null),
        Field.text(form, "amount", "Amount", null),
        Field.text(form, "last4", "Last four digits", null),
        Field.text(form, "from", "Created from", null).as("date"),
        Field.text(form, "to", "Created until", null).as("date"));
  }
}
