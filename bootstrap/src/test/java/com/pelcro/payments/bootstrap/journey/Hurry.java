package com.pelcro.payments.bootstrap.journey;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import java.time.Duration;
import java.util.List;

/// Recovery for tests, which have no minutes to wait.
public final class Hurry {

  private static final RecoverySchedule SECONDS =
      new RecoverySchedule(
          Duration.ofSeconds(6),
          List.of(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(1)),
          Duration.ofSeconds(4),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMinutes(20),
          Duration.ofSeconds(5),
          List.of(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(16)),
          Duration.ofSeconds(10));

  private Hurry() {}

  public static Config with(Config config) {
    return new Config(
        config.http(),
        config.database(),
        config.operatorKey(),
        config.encryptionKey(),
        config.previousEncryptionKey(),
        config.gateways(),
        SECONDS,
        config.renewals(),
        config.renewalsPerSecond(),
        config.traceCollector());
  }
}
