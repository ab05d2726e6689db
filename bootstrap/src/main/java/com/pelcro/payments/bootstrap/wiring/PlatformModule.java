package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.application.cardsession.FormPlace;
import com.pelcro.payments.application.event.FeedWatch;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.renewal.RenewalRate;
import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.metrics.MeteredBooks;
import com.pelcro.payments.bootstrap.metrics.MeteredGateway;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.OperatorKey;
import com.pelcro.payments.persistence.DatabaseSettings;
import com.pelcro.payments.persistence.site.SecretKeys;
import dagger.Module;
import dagger.Provides;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/// What the adapters are made of: settings, clock, meters.
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
        database.url(), database.user(), database.password(), database.pool());
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
  static PrometheusMeterRegistry prometheus(FeedWatch watch) {
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var _ =
        Gauge.builder("payments.feed.waiting", watch, FeedWatch::waiting)
            .description("readers of events that wait for the next one")
            .register(meters);
    return meters;
  }

  @Provides
  @Singleton
  static Gateways gateways(Set<GatewayAdapter> adapters, PrometheusMeterRegistry meters) {
    return new Gateways(
        adapters.stream().map(adapter -> metered(adapter, meters)).collect(Collectors.toSet()));
  }

  private static GatewayAdapter metered(GatewayAdapter adapter, MeterRegistry meters) {
    var id = adapter.profile().id();
    return new GatewayAdapter(
        adapter.profile(),
        new MeteredGateway(adapter.payments(), id, meters),
        adapter.vault(),
        adapter.capture(),
        new MeteredBooks(adapter.books(), id, meters));
  }
}
