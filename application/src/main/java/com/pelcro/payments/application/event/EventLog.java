package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.PaymentEvent;

/// Appends to a site's feed, in the transaction of the change that is told of: positions are
/// gapless per site and follow the order of commits.
public interface EventLog {

  /// Tells of the object as it stands now. Its position is taken when the transaction is about to
  /// commit, so a transaction may lock what it likes before and after, and holds no other up.
  void append(PaymentEvent event);
}
