package com.pelcro.payments.http.dashboard.customer;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.ListCharges;
import com.pelcro.payments.application.customer.CustomerFilter;
import com.pelcro.payments.application.customer.FindCustomer;
import com.pelcro.payments.application.customer.ListCustomers;
import com.pelcro.payments.application.paymentmethod.ListPaymentMethods;
import com.pelcro.payments.application.renewal.SubscriptionFilter;
import com.pelcro.payments.application.subscription.ListSubscriptions;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.charge.Cards;
import com.pelcro.payments.http.dashboard.subscription.SubscriptionRow;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/// Customers.
public final class CustomerSection implements Section {

  static final String ALL = SITE + "/customers";
  static final String ONE = ALL + "/{customer}";

  private static final int LATEST = 10;

  /// What belongs to a customer.
  public static final class Belongings {

    private final ListPaymentMethods methods;
    private final ListSubscriptions subscriptions;
    private final ListCharges charges;
    private final Cards cards;

    @Inject
    public Belongings(
        ListPaymentMethods methods,
        ListSubscriptions subscriptions,
        ListCharges charges,
        Cards cards) {
      this.methods = methods;
      this.subscriptions = subscriptions;
      this.charges = charges;
      this.cards = cards;
    }

    private List<PaymentMethod> methods(SiteId site, CustomerId customer) {
      var all = methods.list(site, customer, new Window(Window.MOST, null));
      return all instanceof Done(var slice) ? slice.rows() : List.of();
    }
  }

  private final FindCustomer find;
  private final ListCustomers list;
  private final Belongings belongings;
  private final InstantSource clock;
  private final Html html;

  @Inject
  public CustomerSection(
      FindCustomer find,
      ListCustomers list,
      Belongings belongings,
      InstantSource clock,
      Html html) {
    this.find = find;
    this.list = list;
    this.belongings = belongings;
    this.clock = clock;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(ALL, this::list), Door.get(ONE, this::show));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var call = inquiry.call();
    var email = call.query("email");
    var externalId = call.query("external_id");
    Slice<Customer> slice =
        list.list(
            inquiry.site().id(),
            new CustomerFilter(externalId.orElse(null), email.orElse(null)),
            new Window(Pager.ROWS, Pager.after(call, CustomerId.PREFIX)));
    var page =
        new CustomerView.Page(
            inquiry.path("/customers"),
            email.orElse(""),
            externalId.orElse(""),
            email.isPresent() || externalId.isPresent(),
            slice.rows().stream().map(customer -> row(inquiry, customer)).toList(),
            Pager.next(call, slice, customer -> customer.id().value()));
    return html.page(inquiry, Menu.CUSTOMERS, "Customers", "customer/list.jte", page);
  }

  private static CustomerView.Row row(Inquiry inquiry, Customer customer) {
    var href = inquiry.path("/customers/" + customer.id());
    return CustomerView.Row.of(customer, href, inquiry.site().timeZone());
  }

  private Reply.Answer show(Inquiry inquiry) {
    return inquiry
        .call()
        .id("customer", CustomerId::new)
        .map(id -> find.find(inquiry.site().id(), id))
        .map(
            found ->
                switch (found) {
                  case Done(var customer) -> show(inquiry, customer);
                  case Refused(var refusal) -> html.refused(inquiry, refusal);
                })
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer show(Inquiry inquiry, Customer customer) {
    var site = customer.site();
    var zone = inquiry.site().timeZone();
    var row = row(inquiry, customer);
    var theirs = new SubscriptionFilter(customer.id(), null, null, null);
    var paid = new ChargeFilter(customer.id(), null, null, null, null, null);
    var now = clock.instant();
    var page =
        new CustomerView(
            row,
            CustomerView.sorted(customer),
            belongings.methods(site, customer.id()).stream()
                .map(method -> CardView.of(method, row.href(), now))
                .toList(),
            belongings
                .subscriptions
                .list(site, theirs, new Window(Window.MOST, null))
                .rows()
                .stream()
                .map(subscription -> SubscriptionRow.of(subscription, zone))
                .toList(),
            belongings.cards.rows(
                belongings.charges.list(site, paid, new Window(LATEST, null)).rows(), zone),
            inquiry.path("/charges?customer=" + customer.id()));
    return html.page(inquiry, Menu.CUSTOMERS, row.title(), "customer/show.jte", page);
  }
}
