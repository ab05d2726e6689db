package com.pelcro.payments.http.dashboard.customer;

import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Moment;
import com.pelcro.payments.http.dashboard.charge.ChargeRow;
import com.pelcro.payments.http.dashboard.subscription.SubscriptionRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A customer with cards and what they pay for.
///
/// @param charges where all of their charges are
public record CustomerView(
    Row customer,
    Map<String, String> metadata,
    List<CardView> cards,
    List<SubscriptionRow> subscriptions,
    List<ChargeRow> latest,
    String charges) {

  /// A customer in a list.
  public record Row(
      String id,
      String href,
      String title,
      @Nullable String name,
      @Nullable String email,
      @Nullable String externalId,
      Moment at) {

    static Row of(Customer customer, String href, ZoneId zone) {
      return new Row(
          customer.id().value(),
          href,
          title(customer),
          customer.name(),
          customer.email(),
          customer.externalId(),
          Words.at(customer.createdAt(), zone));
    }

    private static String title(Customer customer) {
      return Stream.of(customer.name(), customer.email(), customer.externalId())
          .filter(Objects::nonNull)
          .findFirst()
          .orElseGet(() -> customer.id().value());
    }
  }

  /// A part of the list of customers, and what was looked for.
  public record Page(
      String href,
      String email,
      String externalId,
      boolean isNarrowed,
      List<Row> rows,
      @Nullable String next) {}

  static Map<String, String> sorted(Customer customer) {
    return new TreeMap<>(customer.metadata());
  }
}
