package com.pelcro.payments.http.refund;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.refund.CreateRefund;
import com.pelcro.payments.application.refund.FindRefund;
import com.pelcro.payments.application.refund.ListRefunds;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Refunds.
public final class RefundRoutes implements Routes {

  private static final String OF_CHARGE = "/v1/sites/{site}/charges/{charge}/refunds";

  private record NewRefundJson(
      @Nullable Long amount, @Nullable String reason, @Nullable Map<String, String> metadata) {}

  private final CreateRefund create;
  private final FindRefund find;
  private final ListRefunds list;

  @Inject
  public RefundRoutes(CreateRefund create, FindRefund find, ListRefunds list) {
    this.create = create;
    this.find = find;
    this.list = list;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(OF_CHARGE, SITE, this::create),
        Route.get(OF_CHARGE, SITE, this::list),
        Route.get("/v1/sites/{site}/refunds/{refund}", SITE, this::show));
  }

  private Reply create(Call call) {
    var asked = call.body(NewRefundJson.class);
    var request =
        new CreateRefund.Request(
            call.intent(),
            call.id("charge", ChargeId::new),
            asked.amount() == null ? null : new AskedAmount(asked.amount(), null),
            asked.reason(),
            asked.metadata() == null ? Map.of() : asked.metadata());
    return Reply.once(create.create(request), RefundRoutes::status, RefundJson::of);
  }

  /// A refund is there however it was answered; without an answer it is open.
  private static int status(Refund refund) {
    return refund.state() instanceof RefundState.Pending ? 202 : 201;
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(RefundId.PREFIX)
            .then(window -> list.list(call.site(), call.id("charge", ChargeId::new), window)),
        slice -> Reply.ok(Page.of(slice, RefundJson::of, refund -> refund.id().value())));
  }

  private Reply show(Call call) {
    return Reply.to(
        find.find(call.site(), call.id("refund", RefundId::new)),
        refund -> Reply.ok(RefundJson.of(refund)));
  }
}
