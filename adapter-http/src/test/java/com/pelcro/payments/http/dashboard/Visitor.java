package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.http.Service;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser without scripts does: keeps one cookie, and fills in the forms it is shown.
final class Visitor {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String cookie = "";

  private Visitor(int port) {
    base = URI.create("http://127.0.0.1:" + port);
  }

  static Visitor to(Service service) {
    return new Visitor(service.port());
  }

  /// Who has logged in with this key.
  static Visitor holding(Service service, String key) {
    var visitor = to(service);
    var seen = visitor.send("/dashboard/login", Map.of("key", key));
    if (seen.status() != 303) {
      throw new AssertionError("not logged in: " + seen.status() + " " + seen.text());
    }
    return visitor;
  }

  static Visitor operator(Service service) {
    return holding(service, Service.OPERATOR_KEY);
  }

  Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  String cookie() {
    return cookie;
  }

  Visitor keeping(String otherCookie) {
    cookie = otherCookie;
    return this;
  }

  Seen get(String path) {
    var seen = send(request(path).GET());
    TestOutput.shown(path, seen.text());
    return seen;
  }

  /// Sends fields as they are.
  Seen send(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return post(path, body);
  }

  Seen post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /// Opens a page and sends the form on it that goes to `action`, with these fields filled in.
  Seen fill(String page, String action, Map<String, String> fields) {
    return submit(get(page), action, fields);
  }

  Seen submit(Seen page, String action, Map<String, String> fields) {
    var all = new LinkedHashMap<>(page.hidden(action));
    all.putAll(fields);
    return send(action, all);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return request;
  }

  private Seen send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      response
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      return new Seen(response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// What came back.
  record Seen(HttpResponse<String> response) {

    private static final Pattern HIDDEN =
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String location() {
      return header("Location");
    }

    /// The hidden fields of the form that goes to `action`.
    Map<String, String> hidden(String action) {
      var start = text().indexOf("method=\"post\" action=\"" + action + "\"");
      if (start < 0) {
        throw new AssertionError("no form goes to " + action + " on: " + text());
      }
      var form = text().substring(start, text().indexOf("</form>", start));
      var fields = new LinkedHashMap<String, String>();
      var found = HIDDEN.matcher(form);
      while (found.find()) {
        fields.put(found.group(1), found.group(2));
      }
      return fields;
    }
  }
}
