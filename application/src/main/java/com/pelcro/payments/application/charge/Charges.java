package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// All charges.
public interface Charges {

  void add(Charge charge);

  Optional<Charge> find(SiteId site, ChargeId id);

  /// The charge, locked until the transaction ends.
  Optional<Charge> lock(SiteId site, ChargeId id);

  /// Replaces a charge that this transaction has locked.
  void update(Charge charge);

  /// Newest first.
  Slice<Charge> list(SiteId site, ChargeFilter filter, Window window);
}
