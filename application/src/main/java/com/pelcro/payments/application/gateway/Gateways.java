package com.pelcro.payments.application.gateway;

import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.site.GatewayId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The gateway adapters this service was wired with.
@Singleton
public final class Gateways {

  private final Set<GatewayAdapter> adapters;

  @Inject
  public Gateways(Set<GatewayAdapter> adapters) {
    this.adapters = Set.copyOf(adapters);
  }

  public Optional<GatewayAdapter> find(GatewayId id) {
    return adapters.stream().filter(adapter -> is(adapter, id)).findFirst();
  }

  /// The adapter a stored row names; throws when the service was started without it.
  public GatewayAdapter get(GatewayId id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException("no adapter is wired for gateway " + id));
  }

  /// What every adapter says of itself, by name.
  public List<GatewayProfile> profiles() {
    return adapters.stream()
        .map(GatewayAdapter::profile)
        .sorted(Comparator.comparing(GatewayProfile::name))
        .toList();
  }

  private static boolean is(GatewayAdapter adapter, GatewayId id) {
    return adapter.profile().id().equals(id);
  }
}
