package com.pelcro.payments.http.subscription;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.subscription.ListRenewals;
import com.pelcro.payments.application.subscription.ListRenewals.Attempted;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;

/// The renewals of a subscription.
public final class RenewalRoutes implements Routes {

  private final ListRenewals list;

  @Inject
  public RenewalRoutes(ListRenewals list) {
    this.list = list;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get(SubscriptionRoutes.ONE + "/renewals", SITE, this::list));
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(RenewalId.PREFIX)
            .then(window -> list.list(call.site(), SubscriptionRoutes.id(call), wider(window)))
            .map(slice -> periods(slice, call.limit())),
        slice ->
            Reply.ok(
                Page.of(slice, RenewalJson::of, attempted -> attempted.renewal().id().value())));
  }

  /// The newest may be left out, and a page must not be empty for it while older ones follow.
  private static Window wider(Window window) {
    return window.limit() < Window.MOST ? new Window(window.limit() + 1, window.after()) : window;
  }

  private static Slice<Attempted> periods(Slice<Attempted> slice, int limit) {
    var periods = slice.rows().stream().filter(RenewalRoutes::isOfAPeriod).toList();
    return periods.size() > limit ? Slice.of(periods, limit) : new Slice<>(periods, slice.more());
  }

  /// What is scheduled after the last period is not a renewal but the end of the subscription.
  private static boolean isOfAPeriod(Attempted attempted) {
    var subscription = attempted.subscription();
    var renewal = attempted.renewal();
    var waits = renewal.state() instanceof RenewalState.Scheduled;
    return subscription.terms().has(renewal.period().index())
        && !(waits && (subscription.cancelAtPeriodEnd() || !subscription.isLive()));
  }
}
