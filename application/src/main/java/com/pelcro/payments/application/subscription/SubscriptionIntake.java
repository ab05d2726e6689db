package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.paymentmethod.CardOffer;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.application.renewal.SiteTime;
import com.pelcro.payments.application.subscription.StartSubscription.Request;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Looks at a wish for a subscription before anything is written down: its dates, and the card that
/// has to be on file when nothing is charged yet.
final class SubscriptionIntake {

  /// A request whose dates are possible at this time of its site.
  record Timely(Request request, Instant now) {}

  /// So that the derived name is no longer than a name may be.
  private static final int MOST_OF_KEY = 180;

  private final SavePaymentMethod cards;
  private final SiteTime time;

  @Inject
  SubscriptionIntake(SavePaymentMethod cards, SiteTime time) {
    this.cards = cards;
    this.time = time;
  }

  /// A card just typed for a subscription that begins later is verified and kept first, under a
  /// name derived from the request's own: repeated, it is the same card.
  Result<Request> onFile(Request request) {
    return request.paidWith() instanceof PaidWith.Typed(var card, _)
            && request.beginsLater()
            && timely(request) instanceof Done
        ? cards
            .save(saving(request, card))
            .map(Once::value)
            .map(kept -> request.paidWith(kept.id()))
        : new Done<>(request);
  }

  private static SavePaymentMethod.Request saving(Request request, CardOffer card) {
    var intent = request.intent();
    var key = intent.key().value();
    var name =
        new IdempotencyKey(
            "card-of-"
                + intent.fingerprint().value()
                + "-"
                + key.substring(0, Math.min(key.length(), MOST_OF_KEY)));
    return new SavePaymentMethod.Request(
        new Intent(intent.site(), name, intent.fingerprint()),
        request.customer(),
        card,
        Preference.AS_IT_COMES);
  }

  Result<Timely> timely(Request request) {
    var now = time.now(request.intent().site());
    var startAt = request.startAt();
    var trialEnd = request.trialEnd();
    if (startAt != null && startAt.isBefore(now)) {
      return refused("/start_at", "lies in the past; leave it out to start now");
    }
    if (trialEnd != null && !trialEnd.isAfter(startAt == null ? now : startAt)) {
      return refused("/trial_end", "must lie after the start");
    }
    return isTooLate(startAt) || isTooLate(trialEnd)
        ? new Refused<>(StartSubscription.tooLate(isTooLate(startAt) ? "/start_at" : "/trial_end"))
        : new Done<>(new Timely(request, now));
  }

  private static Result<Timely> refused(String pointer, String detail) {
    return new Refused<>(StartSubscription.invalid(pointer, detail));
  }

  private static boolean isTooLate(@Nullable Instant time) {
    return time != null && time.isAfter(StartSubscription.LATEST);
  }
}
