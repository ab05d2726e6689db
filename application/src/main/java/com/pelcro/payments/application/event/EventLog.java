package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.PaymentEvent;

/// Appends to a site's feed, in the transaction of the change that is told of: positions are
/// gapless per site and follow the order of commits.
public interface EventLog {

  void append(PaymentEvent event);
}
