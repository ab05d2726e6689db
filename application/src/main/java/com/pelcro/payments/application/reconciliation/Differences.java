package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every difference there ever was, each of them once: by gateway, type and what it is about.
public interface Differences {

  /// Which of them are wanted.
  record Filter(
      @Nullable SiteId site, Difference.@Nullable Status status, @Nullable DifferenceType type) {}

  /// The one that is known already, whatever its site, locked until the transaction ends. Nobody
  /// else adds it meanwhile either.
  Optional<Difference> lock(GatewayId gateway, DifferenceType type, Difference.Matter matter);

  /// The difference, locked until the transaction ends.
  Optional<Difference> lock(DifferenceId id);

  void add(Difference difference);

  /// Replaces a difference that this transaction has locked.
  void update(Difference difference);

  Optional<Difference> find(DifferenceId id);

  /// The open ones of a site about what happened in a period, oldest first.
  List<Difference> open(SiteId site, GatewayId gateway, Period period);

  /// Newest first.
  Slice<Difference> list(Filter filter, Window window);
}
