package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.application.invariant.CheckInvariants;
import com.pelcro.payments.application.site.SealSecretsAnew;
import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.jobs.Job;
import com.pelcro.payments.bootstrap.metrics.Tracing;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.http.server.HttpService;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Migrations;
import dagger.BindsInstance;
import dagger.Component;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Set;

/// The whole service.
@Singleton
@Component(
    modules = {
      PortsModule.class,
      PlatformModule.class,
      RoutesModule.class,
      DashboardModule.class,
      HealthModule.class,
      WatchModule.class,
      JobsModule.class
    })
public interface AppComponent {

  Database database();

  Migrations migrations();

  HttpService http();

  Set<Job> jobs();

  Tracing tracing();

  CheckInvariants checkInvariants();

  SealSecretsAnew sealSecretsAnew();

  /// Takes what the service cannot make itself.
  @Component.Factory
  interface Factory {
    AppComponent create(
        @BindsInstance Config config,
        @BindsInstance Vertx vertx,
        @BindsInstance Set<GatewayAdapter> gateways);
  }
}
