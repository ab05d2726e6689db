package com.pelcro.payments.http.customer;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.customer.AddCustomer;
import com.pelcro.payments.application.customer.ChangeCustomer;
import com.pelcro.payments.application.customer.CustomerFilter;
import com.pelcro.payments.application.customer.FindCustomer;
import com.pelcro.payments.application.customer.ListCustomers;
import com.pelcro.payments.application.customer.RemoveCustomer;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.http.json.Changes;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;

/// Customers.
public final class CustomerRoutes implements Routes {

  private static final String ALL = "/v1/sites/{site}/customers";
  private static final String ONE = ALL + "/{customer}";

  private final AddCustomer add;
  private final FindCustomer find;
  private final ListCustomers list;
  private final ChangeCustomer change;
  private final RemoveCustomer remove;

  @Inject
  public CustomerRoutes(
      AddCustomer add,
      FindCustomer find,
      ListCustomers list,
      ChangeCustomer change,
      RemoveCustomer remove) {
    this.add = add;
    this.find = find;
    this.list = list;
    this.change = change;
    this.remove = remove;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ALL, SITE, this::add),
        Route.get(ALL, SITE, this::list),
        Route.get(ONE, SITE, this::show),
        Route.patch(ONE, SITE, this::change),
        Route.delete(ONE, SITE, this::remove));
  }

  private Reply add(Call call) {
    var request = call.body(NewCustomerJson.class).request(call.intent());
    return Reply.once(add.add(request), _ -> 201, CustomerJson::of);
  }

  private Reply list(Call call) {
    var filter =
        new CustomerFilter(
            call.query("external_id").orElse(null), call.query("email").orElse(null));
    return Reply.to(
        call.window(CustomerId.PREFIX),
        window ->
            Reply.ok(
                Page.of(
                    list.list(call.site(), filter, window),
                    CustomerJson::of,
                    customer -> customer.id().value())));
  }

  private Reply show(Call call) {
    return Reply.to(
        find.find(call.site(), customer(call)), found -> Reply.ok(CustomerJson.of(found)));
  }

  private Reply change(Call call) {
    var changes = new Changes(call.body());
    return Reply.to(
        change.change(call.site(), customer(call), customer -> changed(customer, changes)),
        changed -> Reply.ok(CustomerJson.of(changed)));
  }

  private static Customer changed(Customer customer, Changes changes) {
    return new Customer(
        customer.id(),
        customer.site(),
        changes.clearable("external_id", customer.externalId()),
        changes.clearable("email", customer.email()),
        changes.clearable("name", customer.name()),
        changes.texts("metadata", customer.metadata()),
        customer.createdAt(),
        customer.updatedAt());
  }

  private Reply remove(Call call) {
    return Reply.to(remove.remove(call.site(), customer(call)), _ -> Reply.nothing());
  }

  private static CustomerId customer(Call call) {
    return call.id("customer", CustomerId::new);
  }
}
