package com.pelcro.payments.cybersource.http;

import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.site.Environment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The calls of one operation and what was seen of them. Each blocks; none is ever sent again.
public final class Conversation {

  private static final String JSON = "application/json;charset=utf-8";

  private final CyberSourceClient client;
  private final Environment environment;
  private final List<MerchantKeys> keys;
  private final Trail trail;

  Conversation(
      CyberSourceClient client, Environment environment, List<MerchantKeys> keys, Trail trail) {
    this.client = client;
    this.environment = environment;
    this.keys = List.copyOf(keys);
    this.trail = trail;
  }

  public Exchange get(Route route) {
    return ask(new Request("GET", route, null));
  }

  public Exchange post(Route route, Object wireRecord) {
    return ask(new Request("POST", route, Json.write(wireRecord)));
  }

  public Exchange patch(Route route, Object wireRecord) {
    return ask(new Request("PATCH", route, Json.write(wireRecord)));
  }

  public Exchange delete(Route route) {
    return ask(new Request("DELETE", route, null));
  }

  /// Whether the settings can be used at all.
  public boolean isPossible() {
    return !keys.isEmpty();
  }

  /// The same operation in each merchant account by itself: more than one when the settings moved
  /// to another account not long ago, and what was asked before may be in either.
  public List<Conversation> byAccount() {
    return keys.stream()
        .collect(
            Collectors.groupingBy(
                MerchantKeys::merchantId, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(account -> new Conversation(client, environment, account, trail))
        .toList();
  }

  /// The merchant accounts this asks in, in order; of a part by account there is one.
  public List<String> accounts() {
    return keys.stream().map(MerchantKeys::merchantId).distinct().toList();
  }

  public Instant now() {
    return client.now();
  }

  /// Everything seen so far, as one piece of evidence.
  public Evidence evidence() {
    return trail.evidence();
  }

  private Exchange ask(Request request) {
    Exchange last = new Exchange.NotSent("the integration's settings cannot be used");
    for (var key : keys) {
      last =
          trail.watch(
              request, left -> client.send(environment, key, request, headers(request), left));
      if (!(last instanceof Exchange.Reply(int status, _) && status == 401)) {
        return last;
      }
    }
    return last;
  }

  private static Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Accept", accepted(request.route().template()));
    if (request.body() != null) {
      headers.put("Content-Type", JSON);
    }
    return headers;
  }

  private static String accepted(String template) {
    if (template.startsWith("/pts/")) {
      return "application/hal+json;charset=utf-8";
    }
    return template.startsWith("/microform/") ? "application/jwt" : JSON;
  }
}
