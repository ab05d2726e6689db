package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Our operations, as a comparison wants to see them.
public interface AskedOperations {

  /// Those asked under these reference codes, of any site.
  List<AskedOperation> under(Set<String> codes);

  /// Up to `most` of those a site asked of a gateway in a period, by which we believe that money
  /// moved or is held, in the order of their ids after `after`.
  List<AskedOperation> counted(
      SiteId site, GatewayId gateway, Period asked, @Nullable OperationId after, int most);
}
