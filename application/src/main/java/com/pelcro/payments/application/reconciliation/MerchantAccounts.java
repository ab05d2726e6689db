package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gathers the integrations by the books they keep, so that shared books are read once. A disabled
/// integration still has money in them.
final class MerchantAccounts {

  private record Key(GatewayId gateway, String account) {}

  private final Sites sites;
  private final Integrations integrations;
  private final Gateways gateways;

  @Inject
  MerchantAccounts(Sites sites, Integrations integrations, Gateways gateways) {
    this.sites = sites;
    this.integrations = integrations;
    this.gateways = gateways;
  }

  /// The accounts of all sites, or of one.
  List<MerchantAccount> of(@Nullable SiteId site) {
    var owners = site == null ? everySite() : List.of(site);
    return owners.stream()
        .flatMap(owner -> integrations.of(owner).stream())
        .filter(integration -> gateways.find(integration.gateway()).isPresent())
        .collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(this::account)
        .toList();
  }

  private List<SiteId> everySite() {
    var all = new ArrayList<SiteId>();
    String after = null;
    Slice<Site> slice;
    do {
      slice = sites.list(new Window(Window.MOST, after));
      slice.rows().forEach(found -> all.add(found.id()));
      after = all.isEmpty() ? null : all.getLast().value();
    } while (slice.more() == Slice.More.YES);
    return all.reversed();
  }

  private Key key(Integration integration) {
    return new Key(integration.gateway(), adapter(integration).books().account(integration));
  }

  private MerchantAccount account(List<Integration> shared) {
    var reader = shared.getFirst();
    return new MerchantAccount(
        adapter(reader).books(), reader, shared.stream().map(Integration::site).toList());
  }

  private GatewayAdapter adapter(Integration integration) {
    return gateways.get(integration.gateway());
  }
}
