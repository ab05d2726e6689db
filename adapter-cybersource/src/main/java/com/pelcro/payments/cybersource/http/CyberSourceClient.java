package com.pelcro.payments.cybersource.http;

import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.RetiredCredentials;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks the gateway in the name of an integration. Whatever one operation asks, its calls together
/// share one time limit.
public final class CyberSourceClient {

  private final Transport transport;
  private final RequestSigner signer;
  private final InstantSource clock;
  private final Function<Environment, URI> hosts;
  private final Duration timeout;

  public CyberSourceClient(
      Vertx vertx,
      RequestSigner signer,
      InstantSource clock,
      Function<Environment, URI> hosts,
      Duration timeout,
      int connections) {
    this.transport = new Transport(vertx, connections);
    this.signer = signer;
    this.clock = clock;
    this.hosts = hosts;
    this.timeout = timeout;
  }

  /// Begins an operation. When the gateway rejects the integration's credentials, those they
  /// replaced are tried once, as long as they may be: a rejected request created nothing.
  public Conversation begin(Integration integration, String operation, String reference) {
    return conversation(integration, operation, reference, keys(integration));
  }

  /// Begins an operation with the present credentials alone.
  public Conversation beginStrictly(Integration integration, String operation) {
    return conversation(integration, operation, "-", usable(Stream.of(integration.credentials())));
  }

  /// Signs and sends one request.
  Received send(
      Environment environment,
      MerchantKeys keys,
      Request request,
      Map<String, String> headers,
      Duration limit) {
    var host = hosts.apply(environment);
    var unsigned =
        new RequestSigner.Unsigned(
            request.method(),
            Outgoing.authority(host),
            request.route().path(),
            RequestSigner.Unsigned.date(clock.instant()),
            request.body());
    var all = new LinkedHashMap<>(headers);
    all.putAll(signer.sign(unsigned, keys));
    var outgoing =
        new Outgoing(host, request.method(), request.route().path(), all, request.body());
    return transport.send(outgoing, limit);
  }

  /// The time by the clock that signs.
  public Instant now() {
    return clock.instant();
  }

  /// Whether something asked at that time may be in an account whose credentials are gone: then it
  /// cannot be called absent.
  public boolean isOutOfReach(Integration integration, Instant askedAt) {
    var previous = integration.previous();
    return previous != null
        && previous.until().isBefore(clock.instant())
        && askedAt.isBefore(integration.secretsUpdatedAt())
        && !merchant(previous.credentials()).equals(merchant(integration.credentials()));
  }

  private static String merchant(Credentials credentials) {
    return credentials.values().getOrDefault(MerchantKeys.MERCHANT_ID, "");
  }

  private Conversation conversation(
      Integration integration, String operation, String reference, List<MerchantKeys> keys) {
    var trail = new Trail(integration.site(), operation, reference, timeout);
    return new Conversation(this, integration.environment(), keys, trail);
  }

  private List<MerchantKeys> keys(Integration integration) {
    var previous =
        Optional.ofNullable(integration.previous())
            .filter(retired -> !retired.until().isBefore(clock.instant()))
            .map(RetiredCredentials::credentials);
    return usable(Stream.concat(Stream.of(integration.credentials()), previous.stream()));
  }

  private static List<MerchantKeys> usable(Stream<Credentials> credentials) {
    return credentials.flatMap(one -> MerchantKeys.read(one).stream()).toList();
  }
}
