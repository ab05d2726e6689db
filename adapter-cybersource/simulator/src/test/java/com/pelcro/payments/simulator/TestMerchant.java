package com.pelcro.payments.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A merchant that signs as the gateway wants it, for tests, and that may use the simulator's own
/// side.
public final class TestMerchant {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String merchant;
  private final String keyId;
  private final String secret;

  private TestMerchant(String url, JsonNode credentials) {
    base = URI.create(url);
    merchant = credentials.path("merchant_id").asText();
    keyId = credentials.path("key_id").asText();
    secret = credentials.path("secret_key").asText();
  }

  /// The merchant that always exists.
  public static TestMerchant standard(Simulator simulator) {
    var nobody = new TestMerchant(simulator.url(), MAPPER.createObjectNode());
    var credentials = nobody.own("GET", "/simulator/merchants/default", "").json();
    return new TestMerchant(simulator.url(), credentials);
  }

  /// Another merchant, registered just now.
  public static TestMerchant another(Simulator simulator) {
    var credentials =
        MAPPER
            .createObjectNode()
            .put("merchant_id", "other_" + UUID.randomUUID())
            .put("key_id", UUID.randomUUID().toString())
            .put("secret_key", "c2VjcmV0IG9mIGFub3RoZXI=");
    var other = new TestMerchant(simulator.url(), credentials);
    other.own("POST", "/simulator/merchants", credentials.toString());
    return other;
  }

  /// What came back.
  public record Answer(int status, String text, Map<String, List<String>> headers) {

    /// The body as JSON.
    public JsonNode json() {
      try {
        return MAPPER.readTree(text);
      } catch (JacksonException malformed) {
        throw new IllegalStateException(text, malformed);
      }
    }

    /// The text at a pointer in the body; empty when there is nothing.
    public String at(String path) {
      return json().at("/" + path.replace('.', '/')).asText();
    }

    /// The first value of a header.
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).getFirst();
    }
  }

  /// The id this merchant signs with.
  public String id() {
    return merchant;
  }

  /// A signed POST.
  public Answer post(String target, String body) {
    return signed("POST", target, body, Map.of());
  }

  /// A signed GET.
  public Answer get(String target) {
    return signed("GET", target, "", Map.of());
  }

  /// A signed request with any method and more headers.
  public Answer signed(String method, String target, String body, Map<String, String> more) {
    return exchange(request(method, target, body, more));
  }

  /// An unsigned request with JSON, to the simulator's own side or to what browsers may call.
  public Answer own(String method, String target, String body) {
    var request =
        HttpRequest.newBuilder(base.resolve(target))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return exchange(request);
  }

  /// Puts a scenario in force.
  public void scenario(String json) {
    var answer = own("POST", "/simulator/scenarios", json);
    if (answer.status() != 201) {
      throw new IllegalArgumentException(answer.text());
    }
  }

  /// The ledger's entries under references with this prefix.
  public JsonNode ledger(String codePrefix) {
    return own("GET", "/simulator/ledger?code_prefix=" + codePrefix, "").json();
  }

  private HttpRequest request(String method, String target, String body, Map<String, String> more) {
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    var digest = method.equals("GET") || method.equals("DELETE") ? "" : digest(body);
    var builder =
        HttpRequest.newBuilder(base.resolve(target))
            .timeout(Duration.ofSeconds(20))
            .header("Date", date)
            .header("v-c-merchant-id", merchant)
            .header("Signature", signature(method, target, date, digest))
            .method(method, BodyPublishers.ofString(body));
    if (!digest.isEmpty()) {
      builder.header("Digest", digest).header("Content-Type", "application/json;charset=utf-8");
    }
    more.forEach(builder::header);
    return builder.build();
  }

  private String signature(String method, String target, String date, String digest) {
    var withDigest = digest.isEmpty() ? "" : "digest: " + digest + "\n";
    var text =
        "host: %s\ndate: %s\nrequest-target: %s %s\n%sv-c-merchant-id: %s"
            .formatted(
                base.getAuthority(),
                date,
                method.toLowerCase(Locale.ROOT),
                target,
                withDigest,
                merchant);
    var names =
        "host date request-target " + (digest.isEmpty() ? "" : "digest ") + "v-c-merchant-id";
    return "keyid=\"%s\", algorithm=\"HmacSHA256\", headers=\"%s\", signature=\"%s\""
        .formatted(keyId, names, hmac(text));
  }

  private String hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String digest(String body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return "SHA-256=" + Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response.headers().map());
    } catch (IOException lost) {
      return new Answer(0, lost.toString(), Map.of());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
