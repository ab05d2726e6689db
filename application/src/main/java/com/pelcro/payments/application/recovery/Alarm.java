package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeNeedsAttention;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeRecovered;
import com.pelcro.payments.domain.event.Recovery;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Calls a person to a charge, once, and tells when something of it was given back.
final class Alarm {

  private final Transactions transactions;
  private final Charges charges;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  Alarm(Transactions transactions, Charges charges, EventLog events, InstantSource clock) {
    this.transactions = transactions;
    this.charges = charges;
    this.events = events;
    this.clock = clock;
  }

  void raise(Subject subject) {
    var _ = subject.money().map(charge -> transactions.commit(() -> raised(charge)));
  }

  private Charge raised(Charge seen) {
    var charge = charges.lock(seen.site(), seen.id()).orElseThrow();
    if (charge.needsAttention()) {
      return charge;
    }
    var alarming = charge.needingAttention(clock.instant());
    charges.update(alarming);
    events.append(new ChargeNeedsAttention(alarming));
    return alarming;
  }

  /// Something took effect after it was closed, and was given back.
  void returned(Subject subject) {
    var _ = subject.money().map(charge -> transactions.commit(() -> told(charge)));
  }

  private Charge told(Charge seen) {
    var charge = charges.lock(seen.site(), seen.id()).orElseThrow();
    events.append(new ChargeRecovered(charge, Recovery.ORPHAN_RETURNED));
    return charge;
  }
}
