package com.pelcro.payments.bootstrap;

import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.bootstrap.Config.Database;
import com.pelcro.payments.bootstrap.Config.Gateways;
import com.pelcro.payments.bootstrap.Config.Hosts;
import com.pelcro.payments.bootstrap.Config.Http;
import com.pelcro.payments.bootstrap.Config.Reading;
import com.pelcro.payments.bootstrap.Config.Renewals;
import com.pelcro.payments.bootstrap.wiring.KnownGateway;
import com.pelcro.payments.bootstrap.wiring.KnownGateways;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.limit.HttpLimits;
import com.pelcro.payments.persistence.DatabaseSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads variables one by one and keeps every fault, so that a person mends them all at once.
final class ConfigReader {

  private static final int SHORTEST_KEY = 32;
  private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);
  private static final int MOST_A_SECOND = 1_000_000;
  private static final int MOST_CALLS = 10_000;
  private static final int MOST_DECLINES = 10_000;

  private static final int USUAL_CONNECTIONS = 64;
  private static final int MOST_CONNECTIONS = 10_000;

  /// Saving a card asks the gateway for its customer, to make one, and to store the card.
  private static final int CALLS_AT_MOST = 3;

  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  ConfigReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Reading read() {
    var gateways = gateways();
    checkLogFormat();
    var config =
        new Config(
            http(),
            database(),
            key("PAYMENTS_OPERATOR_KEY"),
            key("PAYMENTS_ENCRYPTION_KEY"),
            previousKey(),
            gateways,
            recovery(gateways.timeout()),
            renewals(),
            number("PAYMENTS_RENEWALS_PER_SECOND", 50, 1, 10_000),
            traceCollector());
    return faults.isEmpty() ? new Reading.Usable(config) : new Reading.Faulty(faults);
  }

  private Http http() {
    var port = number("PAYMENTS_HTTP_PORT", 8080, 0, 65_535);
    var host = text("PAYMENTS_HTTP_HOST").orElse("0.0.0.0");
    var publicUrl = url("PAYMENTS_PUBLIC_URL", "http://localhost:" + port);
    var calls = number("PAYMENTS_CALLS", HttpSettings.USUAL_CALLS, 1, MOST_CALLS);
    return new Http(host, port, publicUrl, calls, limits(), cardTesting());
  }

  private HttpLimits limits() {
    var usual = HttpLimits.USUAL;
    return new HttpLimits(
        number("PAYMENTS_RATE_PER_KEY", usual.perKey(), 1, MOST_A_SECOND),
        number("PAYMENTS_RATE_PER_ADDRESS", usual.perAddress(), 1, MOST_A_SECOND),
        number("PAYMENTS_RATE_CARD_FORMS", usual.forms(), 1, MOST_A_SECOND),
        duration("PAYMENTS_HTTP_BODY_TIMEOUT", usual.body(), SHORTEST_TIMEOUT, LONGEST_TIMEOUT),
        duration("PAYMENTS_HTTP_IDLE_TIMEOUT", usual.idle(), SHORTEST_TIMEOUT, LONGEST_IDLE),
        proxies());
  }

  private Set<String> proxies() {
    var name = "PAYMENTS_TRUSTED_PROXIES";
    var proxies = new TreeSet<String>();
    for (var address : text(name).map(list -> list.split(",", -1)).orElse(new String[0])) {
      try {
        proxies.add(InetAddress.ofLiteral(address.strip()).getHostAddress());
      } catch (IllegalArgumentException _) {
        fault(name, "is a list of IP addresses, with commas between");
      }
    }
    return proxies;
  }

  private CardTestingLimits cardTesting() {
    var usual = CardTestingLimits.USUAL;
    return new CardTestingLimits(
        duration("PAYMENTS_CARD_TESTING_WINDOW", usual.window(), SHORTEST_TIMEOUT, LONGEST_WINDOW),
        number("PAYMENTS_CARD_TESTING_PER_SESSION", usual.ofSession(), 1, MOST_DECLINES),
        number("PAYMENTS_CARD_TESTING_PER_ADDRESS", usual.ofAddress(), 1, MOST_DECLINES),
        number("PAYMENTS_CARD_TESTING_PER_SITE", usual.ofSite(), 1, MOST_DECLINES));
  }

  private Database database() {
    var url = required("PAYMENTS_DATABASE_URL", "jdbc:postgresql://host:5432/payments");
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
      fault("PAYMENTS_DATABASE_URL", "begins with jdbc:postgresql://");
    }
    return new Database(
        url,
        required("PAYMENTS_DATABASE_USER", "the database user's name"),
        new SharedSecret(required("PAYMENTS_DATABASE_PASSWORD", "the database user's password")),
        number("PAYMENTS_DATABASE_POOL", 16, 2, 500),
        duration(
            "PAYMENTS_DATABASE_WAIT",
            DatabaseSettings.USUAL_WAIT,
            SHORTEST_TIMEOUT,
            LONGEST_TIMEOUT));
  }

  private Gateways gateways() {
    var timeout =
        duration(
            "PAYMENTS_GATEWAY_TIMEOUT", Duration.ofSeconds(30), SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
    var hosts = new HashMap<String, Hosts>();
    for (var gateway : KnownGateways.all()) {
      hosts.put(gateway.name(), hosts(gateway));
    }
    var connections =
        number("PAYMENTS_GATEWAY_CONNECTIONS", USUAL_CONNECTIONS, 1, MOST_CONNECTIONS);
    return new Gateways(timeout, connections, hosts);
  }

  private Hosts hosts(KnownGateway gateway) {
    var prefix = "PAYMENTS_" + gateway.name();
    var usual = gateway.usual();
    return new Hosts(
        url(prefix + "_SANDBOX_URL", usual.sandboxUrl().toString()),
        url(prefix + "_LIVE_URL", usual.liveUrl().toString()));
  }

  private RecoverySchedule recovery(Duration timeout) {
    var annulAfter =
        duration(
            "PAYMENTS_ANNUL_AFTER",
            RecoverySchedule.USUAL.annulAfter(),
            Duration.ofMinutes(1),
            Duration.ofHours(12));
    return RecoverySchedule.USUAL.within(timeout.multipliedBy(CALLS_AT_MOST), annulAfter);
  }

  private Renewals renewals() {
    return switch (text("PAYMENTS_RENEWALS").orElse("enabled")) {
      case "enabled" -> Renewals.ENABLED;
      case "disabled" -> Renewals.DISABLED;
      default -> {
        fault("PAYMENTS_RENEWALS", "is enabled or disabled");
        yield Renewals.ENABLED;
      }
    };
  }

  /// The log itself reads it, before anything else begins.
  private void checkLogFormat() {
    var name = "PAYMENTS_LOG_FORMAT";
    if (!Set.of("text", "json").contains(text(name).orElse("text"))) {
      fault(name, "is text or json");
    }
  }

  /// Under the name that every collector's manual has.
  private @Nullable URI traceCollector() {
    var name = "OTEL_EXPORTER_OTLP_ENDPOINT";
    return text(name).map(_ -> url(name, "http://localhost:4318")).orElse(null);
  }

  private SharedSecret key(String name) {
    var key = required(name, "at least " + SHORTEST_KEY + " random characters");
    return checked(name, key);
  }

  private @Nullable SharedSecret previousKey() {
    var name = "PAYMENTS_ENCRYPTION_KEY_PREVIOUS";
    return text(name).map(key -> checked(name, key)).orElse(null);
  }

  private SharedSecret checked(String name, String key) {
    if (!key.isEmpty() && key.length() < SHORTEST_KEY) {
      fault(name, "has at least " + SHORTEST_KEY + " characters, this one has " + key.length());
    }
    return new SharedSecret(key);
  }

  private Duration duration(String name, Duration fallback, Duration least, Duration most) {
    try {
      var value = text(name).map(Duration::parse).orElse(fallback);
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return value;
      }
      fault(name, "lies between " + least + " and " + most);
    } catch (DateTimeException _) {
      fault(name, "is an ISO 8601 duration such as " + fallback);
    }
    return fallback;
  }

  private URI url(String name, String fallback) {
    try {
      var value = new URI(text(name).orElse(fallback));
      if (value.getHost() != null
          && ("https".equals(value.getScheme()) || "http".equals(value.getScheme()))) {
        return value;
      }
    } catch (URISyntaxException _) {
      // Said below, with the other ways of not being a URL.
    }
    fault(name, "is a URL such as " + fallback);
    return URI.create(fallback);
  }

  private int number(String name, int fallback, int least, int most) {
    try {
      var value = text(name).map(Integer::parseInt).orElse(fallback);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below, with the numbers out of range.
    }
    fault(name, "is a whole number from " + least + " to " + most);
    return fallback;
  }

  private String required(String name, String what) {
    return text(name)
        .orElseGet(
            () -> {
              fault(name, "is missing: " + what);
              return "";
            });
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private void fault(String name, String detail) {
    faults.add(name + " " + detail);
  }
}
