package com.pelcro.payments.bootstrap.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/// Something to be done now and then by one instance. Its name stands in the database: whoever
/// renames it leaves a row behind that nobody knows.
record Periodic(String name, Schedule schedule, Runnable work) {}
