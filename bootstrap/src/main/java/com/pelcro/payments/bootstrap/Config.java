package com.pelcro.payments.bootstrap;

import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.domain.site.SharedSecret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is configured, read once from the environment. Secrets do not show themselves.
public record Config(
    Http http,
    Database database,
    SharedSecret operatorKey,
    SharedSecret encryptionKey,
    @Nullable SharedSecret previousEncryptionKey,
    CyberSource cyberSource,
    RecoverySchedule recovery,
    Renewals renewals) {

  /// Where the service listens, and the address the outside knows it by.
  public record Http(String host, int port, URI publicUrl) {}

  /// Where PostgreSQL is, and how many connections are used at most.
  public record Database(String url, String user, SharedSecret password, int pool) {}

  /// Where CyberSource's two worlds are, and how long a call to them may take.
  public record CyberSource(URI sandboxUrl, URI liveUrl, Duration timeout) {}

  /// Whether this instance works renewals off.
  public enum Renewals {
    ENABLED,
    DISABLED
  }

  /// What came of reading the environment.
  public sealed interface Reading {

    record Usable(Config config) implements Reading {}

    /// Every fault there is, each beginning with its variable's name.
    record Faulty(List<String> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads the configuration, or says everything that is wrong with it.
  public static Reading read(Map<String, String> environment) {
    return new ConfigReader(environment).read();
  }
}
