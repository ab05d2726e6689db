package com.pelcro.payments.http.charge;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.charge.CaptureCharge;
import com.pelcro.payments.application.charge.VoidCharge;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps a charge can be taken on to: capture and void.
public final class ChargeStepRoutes implements Routes {

  private record NewCaptureJson(@Nullable Long amount) {}

  private final CaptureCharge capture;
  private final VoidCharge undo;

  @Inject
  public ChargeStepRoutes(CaptureCharge capture, VoidCharge undo) {
    this.capture = capture;
    this.undo = undo;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ChargeRoutes.ONE + "/capture", SITE, this::capture),
        Route.post(ChargeRoutes.ONE + "/void", SITE, this::undo));
  }

  private Reply capture(Call call) {
    var amount = call.body(NewCaptureJson.class).amount();
    var request =
        new CaptureCharge.Request(
            call.intent(),
            call.id("charge", ChargeId::new),
            amount == null ? null : new AskedAmount(amount, null));
    return Reply.once(capture.capture(request), ChargeStepRoutes::status, ChargeJson::of);
  }

  private Reply undo(Call call) {
    return Reply.once(
        undo.undo(call.intent(), call.id("charge", ChargeId::new)),
        ChargeStepRoutes::status,
        ChargeJson::of);
  }

  private static int status(Charge charge) {
    return charge.state() instanceof ChargeState.Open ? 202 : 200;
  }
}
