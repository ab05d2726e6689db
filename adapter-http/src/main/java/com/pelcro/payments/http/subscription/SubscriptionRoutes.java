package com.pelcro.payments.http.subscription;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.charge.FindCharge;
import com.pelcro.payments.application.renewal.SubscriptionFilter;
import com.pelcro.payments.application.renewal.SubscriptionStatus;
import com.pelcro.payments.application.site.FindSite;
import com.pelcro.payments.application.subscription.ChangeSubscription;
import com.pelcro.payments.application.subscription.FindSubscription;
import com.pelcro.payments.application.subscription.ListSubscriptions;
import com.pelcro.payments.application.subscription.StartSubscription;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.http.charge.ThreeDSecure;
import com.pelcro.payments.http.json.Changes;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.json.Times;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/// Subscriptions: starting them, looking at them, changing them.
public final class SubscriptionRoutes implements Routes {

  static final String ALL = "/v1/sites/{site}/subscriptions";
  static final String ONE = ALL + "/{subscription}";

  private final StartSubscription start;
  private final FindSubscription find;
  private final ListSubscriptions list;
  private final ChangeSubscription change;
  private final FindCharge charges;
  private final FindSite sites;

  @Inject
  public SubscriptionRoutes(
      StartSubscription start,
      FindSubscription find,
      ListSubscriptions list,
      ChangeSubscription change,
      FindCharge charges,
      FindSite sites) {
    this.start = start;
    this.find = find;
    this.list = list;
    this.change = change;
    this.charges = charges;
    this.sites = sites;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ALL, SITE, this::start).with(NewSubscription::problems),
        Route.get(ALL, SITE, this::list),
        Route.get(ONE, SITE, this::show),
        Route.patch(ONE, SITE, this::change));
  }

  /// The periods of a subscription that names no time zone begin by the site's.
  private Reply start(Call call) {
    if (ThreeDSecure.isWanted(call.body())) {
      return new Reply.Unwilling(ThreeDSecure.REFUSAL);
    }
    var asked = new NewSubscription(call.body());
    var started =
        sites
            .find(call.site())
            .map(site -> asked.request(call.intent(), site.timeZone()))
            .then(start::start);
    return Reply.once(started, this::status, SubscriptionJson::of);
  }

  /// It is there however its first charge was answered; without an answer that is open.
  private int status(Subscription subscription) {
    return subscription.state() instanceof Incomplete && awaitsAnswer(subscription) ? 202 : 201;
  }

  private boolean awaitsAnswer(Subscription subscription) {
    var charge = subscription.latestCharge();
    return charge != null
        && charges.find(subscription.site(), charge) instanceof Done<Charge>(var found)
        && found.state() instanceof ChargeState.Open;
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(SubscriptionId.PREFIX),
        window ->
            Reply.ok(
                Page.of(
                    list.list(call.site(), filter(call), window),
                    SubscriptionJson::of,
                    subscription -> subscription.id().value())));
  }

  private static SubscriptionFilter filter(Call call) {
    return new SubscriptionFilter(
        call.query("customer").map(CustomerId::new).orElse(null),
        call.query("status")
            .map(status -> SubscriptionStatus.valueOf(status.toUpperCase(Locale.ROOT)))
            .orElse(null),
        call.query("external_id").orElse(null),
        call.query("renewing_before").flatMap(Times::read).orElse(null));
  }

  private Reply show(Call call) {
    return Reply.to(
        find.find(call.site(), id(call)),
        subscription -> Reply.ok(SubscriptionJson.of(subscription)));
  }

  private Reply change(Call call) {
    var body = call.body();
    var changes = new Changes(body);
    var request =
        new ChangeSubscription.Request(
            call.site(),
            id(call),
            body.has("payment_method")
                ? new PaymentMethodId(body.path("payment_method").asText())
                : null,
            body.has("amount") ? body.path("amount").asLong() : null,
            notes -> changed(notes, changes));
    return Reply.to(
        change.change(request), subscription -> Reply.ok(SubscriptionJson.of(subscription)));
  }

  private static Notes changed(Notes notes, Changes changes) {
    return new Notes(
        notes.reference(),
        changes.clearable("description", notes.description()),
        changes.texts("metadata", notes.metadata()));
  }

  static SubscriptionId id(Call call) {
    return call.id("subscription", SubscriptionId::new);
  }
}
