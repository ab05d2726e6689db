package com.pelcro.payments.bootstrap.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.invariant.CheckInvariants;
import com.pelcro.payments.application.reconciliation.CompareLedgers;
import com.pelcro.payments.application.upkeep.ForgetLeftovers;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// What is done now and then, each time by whichever instance comes first: they share a table of
/// what is due. A run that was cut off is begun again by another instance.
public final class PeriodicJobs implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(PeriodicJobs.class);
  private static final Duration POLL = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Scheduler scheduler;

  @Inject
  public PeriodicJobs(
      Database database,
      CompareLedgers ledgers,
      CheckInvariants invariants,
      ForgetLeftovers leftovers) {
    this(
        database,
        List.of(
            new Periodic(
                "compare-recent",
                Schedules.fixedDelay(Duration.ofMinutes(15)),
                () -> LOG.debug("{}", ledgers.compareRecent())),
            new Periodic(
                "compare-yesterday",
                Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 30)),
                () -> LOG.debug("{}", ledgers.compareYesterday())),
            new Periodic(
                "check-invariants",
                Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 30)),
                () -> check(invariants)),
            new Periodic(
                "forget-leftovers",
                Schedules.fixedDelay(Duration.ofHours(1)),
                () -> LOG.debug("{}", leftovers.forget()))),
        POLL);
  }

  PeriodicJobs(Database database, List<Periodic> jobs, Duration poll) {
    scheduler =
        Scheduler.create(database.source())
            .startTasks(jobs.stream().map(PeriodicJobs::task).toList())
            .schedulerName(new SchedulerName.Fixed("payments-" + UUID.randomUUID()))
            .threads(jobs.size())
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .pollingInterval(poll)
            .shutdownMaxWait(GRACE)
            .addSchedulerListener(new Troubles())
            .build();
  }

  private static void check(CheckInvariants invariants) {
    var check = invariants.check();
    if (!check.isClean()) {
      LOG.error("invariants are violated: {}", check.violations());
    }
  }

  private static RecurringTask<Void> task(Periodic job) {
    return Tasks.recurring(job.name(), job.schedule()).execute((_, _) -> run(job));
  }

  /// The edge: what fails is written down as failed, and done again when it is due next.
  private static void run(Periodic job) {
    try (var _ = MDC.putCloseable("job", job.name())) {
      job.work().run();
    } catch (StorageUnavailable e) {
      LOG.warn("{} waits for the database", job.name());
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} failed", job.name(), e);
      throw e;
    }
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }

  /// The scheduler's own words about a database that is away are many.
  private static final class Troubles extends AbstractSchedulerListener {

    @Override
    public void onSchedulerEvent(SchedulerListener.SchedulerEventType type) {
      switch (type) {
        case UNEXPECTED_ERROR, COMPLETIONHANDLER_ERROR, FAILUREHANDLER_ERROR, FAILED_HEARTBEAT ->
            LOG.warn("the table of periodic jobs cannot be read or written ({})", type);
        default -> {}
      }
    }
  }
}
