package com.pelcro.payments.application.site;

import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Optional;

/// Each site's settings for each gateway, secrets included; they are encrypted at rest.
public interface Integrations {

  Optional<Integration> find(SiteId site, GatewayId gateway);

  /// The integration, locked until the transaction ends.
  Optional<Integration> lock(SiteId site, GatewayId gateway);

  /// Oldest first.
  List<Integration> of(SiteId site);

  /// Adds the integration or replaces the one the site has with that gateway.
  void put(Integration integration);

  void remove(SiteId site, GatewayId gateway);
}
