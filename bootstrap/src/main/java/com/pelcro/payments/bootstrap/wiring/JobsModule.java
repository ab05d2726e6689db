package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.bootstrap.jobs.Job;
import com.pelcro.payments.bootstrap.jobs.PeriodicJobs;
import com.pelcro.payments.bootstrap.jobs.RecoveryLoop;
import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;

/// What goes on as long as the service runs.
@Module
interface JobsModule {

  @Binds
  @IntoSet
  Job recovery(RecoveryLoop loop);

  @Binds
  @IntoSet
  Job periodic(PeriodicJobs jobs);
}
