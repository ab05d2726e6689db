package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.jobs.Job;
import com.pelcro.payments.bootstrap.jobs.PeriodicJobs;
import com.pelcro.payments.bootstrap.jobs.RecoveryLoop;
import com.pelcro.payments.bootstrap.jobs.RenewalLoop;
import com.pelcro.payments.bootstrap.jobs.TestClockLoop;
import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import jakarta.inject.Provider;
import java.util.Set;

/// What goes on as long as the service runs.
@Module
interface JobsModule {

  @Binds
  @IntoSet
  Job recovery(RecoveryLoop loop);

  @Binds
  @IntoSet
  Job periodic(PeriodicJobs jobs);

  /// Unless this instance is told to leave renewals to others.
  @Provides
  @ElementsIntoSet
  static Set<Job> renewals(
      Config config, Provider<RenewalLoop> renewals, Provider<TestClockLoop> clocks) {
    return switch (config.renewals()) {
      case ENABLED -> Set.of(renewals.get(), clocks.get());
      case DISABLED -> Set.of();
    };
  }
}
