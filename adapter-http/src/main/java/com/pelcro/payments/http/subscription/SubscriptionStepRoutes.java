package com.pelcro.payments.http.subscription;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.subscription.CancelSubscription;
import com.pelcro.payments.application.subscription.CollectPeriod;
import com.pelcro.payments.application.subscription.ListRenewals;
import com.pelcro.payments.application.subscription.PauseSubscription;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/// The steps a subscription can be taken on to: cancel, pause, resume, renew.
public final class SubscriptionStepRoutes implements Routes {

  private record CancelJson(String at) {

    CancelSubscription.When when() {
      return CancelSubscription.When.valueOf(at.toUpperCase(Locale.ROOT));
    }
  }

  private final CancelSubscription cancel;
  private final PauseSubscription pause;
  private final CollectPeriod collect;
  private final ListRenewals renewals;

  @Inject
  public SubscriptionStepRoutes(
      CancelSubscription cancel,
      PauseSubscription pause,
      CollectPeriod collect,
      ListRenewals renewals) {
    this.cancel = cancel;
    this.pause = pause;
    this.collect = collect;
    this.renewals = renewals;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(SubscriptionRoutes.ONE + "/cancel", SITE, this::cancel),
        Route.post(SubscriptionRoutes.ONE + "/pause", SITE, this::pause),
        Route.post(SubscriptionRoutes.ONE + "/resume", SITE, this::resume),
        Route.post(SubscriptionRoutes.ONE + "/renew", SITE, this::renew));
  }

  private Reply cancel(Call call) {
    var when = call.body(CancelJson.class).when();
    return shown(cancel.cancel(call.site(), SubscriptionRoutes.id(call), when));
  }

  private Reply pause(Call call) {
    return shown(pause.pause(call.site(), SubscriptionRoutes.id(call)));
  }

  private Reply resume(Call call) {
    return shown(pause.resume(call.site(), SubscriptionRoutes.id(call)));
  }

  private static Reply shown(Result<Subscription> result) {
    return Reply.to(result, subscription -> Reply.ok(SubscriptionJson.of(subscription)));
  }

  private Reply renew(Call call) {
    return Reply.once(
        collect.collect(call.intent(), SubscriptionRoutes.id(call)),
        SubscriptionStepRoutes::status,
        renewal -> RenewalJson.of(renewals.attempted(renewal)));
  }

  private static int status(Renewal renewal) {
    return renewal.state() instanceof RenewalState.Processing ? 202 : 200;
  }
}
