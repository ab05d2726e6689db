package com.pelcro.payments.bootstrap;

import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.http.limit.HttpLimits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is configured, read once from the environment. Secrets do not show themselves.
///
/// @param renewalsPerSecond how many renewals this instance asks one merchant account for
/// @param traceCollector where spans go by OTLP; nowhere without
public record Config(
    Http http,
    Database database,
    SharedSecret operatorKey,
    SharedSecret encryptionKey,
    @Nullable SharedSecret previousEncryptionKey,
    Gateways gateways,
    RecoverySchedule recovery,
    Renewals renewals,
    int renewalsPerSecond,
    @Nullable URI traceCollector) {

  /// Where the service listens, the address the outside knows it by, how many calls it works on at
  /// once, and what one caller, and one who tries out cards, may take of it.
  public record Http(
      String host,
      int port,
      URI publicUrl,
      int calls,
      HttpLimits limits,
      CardTestingLimits cardTesting) {}

  /// Where PostgreSQL is, and how many connections are used at most.
  public record Database(
      String url, String user, SharedSecret password, int pool, Duration longestWait) {}

  /// How long a call to a gateway may take, how many there may be at once, and where each gateway
  /// is, by the name it has in variables.
  public record Gateways(Duration timeout, int connections, Map<String, Hosts> hosts) {
    public Gateways {
      hosts = Map.copyOf(hosts);
    }
  }

  /// Where a gateway's two worlds are.
  public record Hosts(URI sandboxUrl, URI liveUrl) {}

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
