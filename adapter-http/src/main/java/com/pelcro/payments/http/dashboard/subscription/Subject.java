package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.subscription.FindSubscription;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.http.dashboard.Inquiry;
import jakarta.inject.Inject;
import java.util.Optional;

/// Finds the subscription that a page is about.
public final class Subject {

  private final FindSubscription find;

  @Inject
  public Subject(FindSubscription find) {
    this.find = find;
  }

  Optional<Subscription> of(Inquiry inquiry) {
    return inquiry
        .call()
        .id("subscription", SubscriptionId::new)
        .flatMap(
            id ->
                find.find(inquiry.site().id(), id) instanceof Done(var subscription)
                    ? Optional.of(subscription)
                    : Optional.empty());
  }

  static String href(Inquiry inquiry, Subscription subscription) {
    return inquiry.path("/subscriptions/" + subscription.id());
  }
}
