package com.pelcro.payments.http.charge;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.CreateCharge;
import com.pelcro.payments.application.charge.FindCharge;
import com.pelcro.payments.application.charge.ListCharges;
import com.pelcro.payments.application.charge.ReadTimeline;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.json.Times;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Charges: asking for money, and looking at what was asked.
public final class ChargeRoutes implements Routes {

  static final String ALL = "/v1/sites/{site}/charges";
  static final String ONE = ALL + "/{charge}";

  private final CreateCharge create;
  private final FindCharge find;
  private final ListCharges list;
  private final ReadTimeline timeline;

  @Inject
  public ChargeRoutes(
      CreateCharge create, FindCharge find, ListCharges list, ReadTimeline timeline) {
    this.create = create;
    this.find = find;
    this.list = list;
    this.timeline = timeline;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ALL, SITE, this::create).with(NewCharge::problems),
        Route.get(ALL, SITE, this::list),
        Route.get(ONE, SITE, this::show),
        Route.get(ONE + "/timeline", SITE, this::timeline));
  }

  private Reply create(Call call) {
    if (ThreeDSecure.isWanted(call.body())) {
      return new Reply.Unwilling(ThreeDSecure.REFUSAL);
    }
    var request = new NewCharge(call.body()).request(call.intent());
    return Reply.once(create.create(request), ChargeRoutes::status, ChargeJson::of);
  }

  /// A charge is there however it was answered; without an answer it is open.
  private static int status(Charge charge) {
    return charge.state() instanceof ChargeState.Open ? 202 : 201;
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(ChargeId.PREFIX),
        window ->
            Reply.ok(
                Page.of(
                    list.list(call.site(), filter(call), window),
                    ChargeJson::of,
                    charge -> charge.id().value())));
  }

  /// Which charges a call wants.
  public static ChargeFilter filter(Call call) {
    return new ChargeFilter(
        call.query("customer").map(CustomerId::new).orElse(null),
        call.query("subscription").map(SubscriptionId::new).orElse(null),
        call.query("status")
            .map(status -> Status.valueOf(status.toUpperCase(Locale.ROOT)))
            .orElse(null),
        call.query("reference").orElse(null),
        call.query("created_after").flatMap(Times::read).orElse(null),
        call.query("created_before").flatMap(Times::read).orElse(null));
  }

  private Reply show(Call call) {
    return Reply.to(
        find.find(call.site(), call.id("charge", ChargeId::new)),
        charge -> Reply.ok(ChargeJson.of(charge)));
  }

  private Reply timeline(Call call) {
    return Reply.to(
        timeline.read(call.site(), call.id("charge", ChargeId::new)),
        steps -> Reply.ok(Map.of("data", steps.stream().map(StepJson::of).toList())));
  }
}
