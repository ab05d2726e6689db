package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.event.PaymentEvent;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts what happened by its type: renewals paid, retries put off, charges that lost their
/// answer. What is rolled back later has been counted all the same.
public final class MeteredEventLog implements EventLog {

  private static final String METER = "payments.events";

  private final EventLog log;
  private final MeterRegistry meters;

  public MeteredEventLog(EventLog log, MeterRegistry meters) {
    this.log = log;
    this.meters = meters;
  }

  @Override
  public void append(PaymentEvent event) {
    log.append(event);
    meters.counter(METER, "type", event.type()).increment();
  }
}
