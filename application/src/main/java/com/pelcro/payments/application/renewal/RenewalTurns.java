package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Spreads what is due over time: after an outage, one merchant account is asked for no more
/// renewals a second by this instance than agreed, and those of others do not stand behind them.
@Singleton
public final class RenewalTurns {

  /// So much may be asked for at once.
  private static final Duration BURST = Duration.ofSeconds(1);

  private final Integrations integrations;
  private final Gateways gateways;
  private final Duration apart;
  private final Map<String, Instant> next = new ConcurrentHashMap<>();

  @Inject
  public RenewalTurns(Integrations integrations, Gateways gateways, RenewalRate rate) {
    this.integrations = integrations;
    this.gateways = gateways;
    this.apart = rate.apart();
  }

  /// These renewals, each with the turn it is given. Who waited for a turn before has it now.
  List<DueRenewal> given(List<DueRenewal> claimed, Instant now) {
    var accounts =
        claimed.stream()
            .map(DueRenewal::site)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), this::account));
    return claimed.stream()
        .map(due -> due.hadToWait() ? due : due.at(turn(account(accounts, due), now)))
        .toList();
  }

  private static String account(Map<SiteId, String> accounts, DueRenewal due) {
    return accounts.getOrDefault(due.site(), due.site().value());
  }

  private Instant turn(String account, Instant now) {
    var after =
        next.merge(account, now.plus(apart), (free, fresh) -> later(free.plus(apart), fresh));
    var turn = after.minus(apart);
    return turn.isAfter(now.plus(BURST)) ? turn : now;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// Sites may share one; a site whose gateway is gone has its own.
  private String account(SiteId site) {
    return integrations.of(site).stream()
        .filter(Integration::isEnabled)
        .findFirst()
        .flatMap(
            integration ->
                gateways
                    .find(integration.gateway())
                    .map(adapter -> adapter.books().account(integration)))
        .orElse(site.value());
  }
}
