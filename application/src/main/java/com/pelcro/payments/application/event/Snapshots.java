package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.PaymentEvent;

/// Draws an event's object the way the API shows it, so that the feed and a `GET` agree.
public interface Snapshots {

  Snapshot of(PaymentEvent event);
}
