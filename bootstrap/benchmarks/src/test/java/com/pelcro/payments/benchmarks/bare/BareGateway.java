package com.pelcro.payments.benchmarks.bare;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A signed sale with a stored card.
final class BareGateway {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "/pts/v2/payments";

  private final WebClient client;
  private final URI gateway;
  private final String merchant;
  private final String keyId;
  private final String card;
  private final SecretKeySpec secret;

  private BareGateway(WebClient client, Map<String, String> environment) {
    this.client = client;
    this.gateway = URI.create(environment.get("BARE_GATEWAY_URL"));
    this.merchant = environment.get("BARE_MERCHANT_ID");
    this.keyId = environment.get("BARE_KEY_ID");
    this.card = environment.get("BARE_CARD");
    this.secret =
        new SecretKeySpec(
            Base64.getDecoder().decode(environment.get("BARE_SECRET_KEY")), "HmacSHA256");
  }

  static BareGateway of(Vertx vertx, Map<String, String> environment) {
    var connections = Integer.parseInt(environment.getOrDefault("BARE_CONNECTIONS", "64"));
    var options = new WebClientOptions().setKeepAliveTimeout(10);
    var pool = new PoolOptions().setHttp1MaxSize(connections);
    return new BareGateway(WebClient.create(vertx, options, pool), environment);
  }

  /// Returns the gateway's transaction id; throws when it did not approve.
  String sale(String code, long amount, String currency) throws IOException {
    var body = body(code, amount, currency);
    var response =
        send(
            body,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)));
    var answer = JSON.readTree(response.body().getBytes());
    if (!answer.path("status").asText().equals("AUTHORIZED")) {
      throw new IllegalStateException("the gateway said " + response.statusCode() + " " + answer);
    }
    return answer.path("id").asText();
  }

  private HttpResponse<Buffer> send(String body, String date) {
    var host = gateway.getHost() + ":" + gateway.getPort();
    var digest = "SHA-256=" + base64(sha256(body));
    var text =
        "host: "
            + host
            + "\ndate: "
            + date
            + "\nrequest-target: post "
            + TARGET
            + "\ndigest: "
            + digest
            + "\nv-c-merchant-id: "
            + merchant;
    return client
        .post(gateway.getPort(), gateway.getHost(), TARGET)
        .putHeader("Host", host)
        .putHeader("Date", date)
        .putHeader("Digest", digest)
        .putHeader("v-c-merchant-id", merchant)
        .putHeader("Content-Type", "application/json;charset=utf-8")
        .putHeader("Accept", "application/hal+json;charset=utf-8")
        .putHeader(
            "Signature",
            "keyid=\""
                + keyId
                + "\", algorithm=\"HmacSHA256\", headers=\"host date request-target"
                + " digest v-c-merchant-id\", signature=\""
                + base64(hmac(text))
                + "\"")
        .sendBuffer(Buffer.buffer(body))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private String body(String code, long amount, String currency) {
    return """
    {"clientReferenceInformation":{"code":"%s"},\
    "processingInformation":{"capture":true,"commerceIndicator":"internet",\
    "authorizationOptions":{"initiator":{"type":"customer","storedCredentialUsed":true}}},\
    "paymentInformation":%s,\
    "orderInformation":{"amountDetails":{"totalAmount":"%d.%02d","currency":"%s"}}}\
    """
        .formatted(code, card, amount / 100, amount % 100, currency);
  }

  private static byte[] sha256(String body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
