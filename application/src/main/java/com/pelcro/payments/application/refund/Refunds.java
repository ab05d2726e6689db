package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// All refunds.
public interface Refunds {

  void add(Refund refund);

  Optional<Refund> find(SiteId site, RefundId id);

  /// The refund, locked until the transaction ends.
  Optional<Refund> lock(SiteId site, RefundId id);

  /// Replaces a refund that this transaction has locked.
  void update(Refund refund);

  /// Newest first.
  Slice<Refund> of(SiteId site, ChargeId charge, Window window);
}
