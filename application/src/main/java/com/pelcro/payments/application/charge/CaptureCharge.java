package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Refusal.AmountTooLarge;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Takes authorized money, once, all of it or less.
public final class CaptureCharge {

  public record Request(Intent intent, ChargeId charge, @Nullable AskedAmount amount) {}

  private final FollowUps followUps;
  private final InstantSource clock;

  @Inject
  public CaptureCharge(FollowUps followUps, InstantSource clock) {
    this.followUps = followUps;
    this.clock = clock;
  }

  /// A capture the gateway did not accept leaves the hold, and is refused.
  public Result<Once<Charge>> capture(Request request) {
    return followUps.follow(
        request.intent(),
        request.charge(),
        charge -> capturing(request, charge),
        _ ->
            "the gateway did not accept the capture; its timeline shows why. The hold is still"
                + " there");
  }

  private Result<Charge> capturing(Request request, Charge charge) {
    return charge.state() instanceof Authorized
        ? asked(request, charge).then(asked -> capturing(asked, charge))
        : new Refused<>(new InvalidState("only an authorized charge can be captured, once"));
  }

  private Result<Charge> capturing(Money asked, Charge charge) {
    return charge.amount().covers(asked)
        ? new Done<>(charge.capturing(asked, clock.instant()))
        : new Refused<>(new AmountTooLarge(asked, charge.amount()));
  }

  private static Result<Money> asked(Request request, Charge charge) {
    return request.amount() == null
        ? new Done<>(charge.amount())
        : Serving.amount(request.amount(), charge.amount().currency());
  }
}
