package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The collection of every period that came or comes next. They change only while their
/// subscription is locked.
public interface Renewals {

  /// Throws if the subscription has a renewal of this period already.
  void add(Renewal renewal);

  void update(Renewal renewal);

  Optional<Renewal> find(SiteId site, RenewalId id);

  /// The one of the latest period.
  Optional<Renewal> latest(SiteId site, SubscriptionId subscription);

  /// Newest first.
  Slice<Renewal> list(SiteId site, SubscriptionId subscription, Window window);

  /// The charges asked for to collect one period, first attempt first.
  List<Charge> attempts(SiteId site, RenewalId renewal);

  /// When renewals of the site were declined on the card that this method stands for, under
  /// whichever method it was on file then; oldest first, all of them after `since`.
  List<Instant> declines(SiteId site, PaymentMethodId method, Instant since);
}
