package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.application.cardsession.FormPlace;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.renewal.RenewalRate;
import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.metrics.GatewayCalls;
import com.pelcro.payments.bootstrap.metrics.MeteredBooks;
import com.pelcro.payments.bootstrap.metrics.MeteredCapture;
import com.pelcro.payments.bootstrap.metrics.MeteredGateway;
import com.pelcro.payments.bootstrap.metrics.MeteredVault;
import com.pelcro.payments.bootstrap.metrics.Tracing;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.OperatorKey;
import com.pelcro.payments.persistence.DatabaseSettings;
import com.pelcro.payments.persistence.site.SecretKeys;
import dagger.Module;
import dagger.Provides;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/// What the adapters are made of: settings, clock, gateways.
@Module
final class PlatformModule {

  private PlatformModule() {}

  /// Milliseconds are what the API shows, so nothing keeps more.
  @Provides
  static InstantSource clock() {
    return Clock.tickMillis(java.time.ZoneOffset.UTC);
  }

  @Provides
  static DatabaseSettings database(Config config) {
    var database = config.database();
    return new DatabaseSettings(
        database.url(),
        database.user(),
        database.password(),
        database.pool(),
        database.longestWait());
  }

  @Provides
  static RecoverySchedule recovery(Config config) {
    return config.recovery();
  }

  @Provides
  static RenewalRate renewalRate(Config config) {
    return new RenewalRate(config.renewalsPerSecond());
  }

  @Provides
  static SecretKeys secretKeys(Config config) {
    return new SecretKeys(config.encryptionKey(), config.previousEncryptionKey());
  }

  @Provides
  static FormPlace formPlace(Config config) {
    return FormPlace.at(config.http().publicUrl());
  }

  @Provides
  static HttpSettings http(Config config) {
    var http = config.http();
    return new HttpSettings(
        http.host(),
        http.port(),
        http.publicUrl(),
        OperatorKey.of(config.operatorKey()),
        http.calls(),
        HttpSettings.USUAL_WAITS,
        http.limits());
  }

  @Provides
  static CardTestingLimits cardTesting(Config config) {
    return config.http().cardTesting();
  }

  @Provides
  @Singleton
  static Gateways gateways(
      Set<GatewayAdapter> adapters, PrometheusMeterRegistry meters, Tracing tracing) {
    return new Gateways(
        adapters.stream()
            .map(adapter -> metered(adapter, meters, tracing.tracer()))
            .collect(Collectors.toSet()));
  }

  private static GatewayAdapter metered(
      GatewayAdapter adapter, MeterRegistry meters, Tracer tracer) {
    var calls = new GatewayCalls(adapter.profile().id(), meters, tracer);
    return new GatewayAdapter(
        adapter.profile(),
        new MeteredGateway(adapter.payments(), calls),
        new MeteredVault(adapter.vault(), calls),
        new MeteredCapture(adapter.capture(), calls),
        new MeteredBooks(adapter.books(), calls));
  }
}
