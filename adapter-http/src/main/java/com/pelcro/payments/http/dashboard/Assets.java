package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/// The dashboard's own files, read once. Their path changes when they do, so that browsers may keep
/// them.
public final class Assets {

  private record Asset(String type, Buffer bytes) {}

  private static final Map<String, Asset> ALL = all();

  /// The folder they are in.
  public static final String PATH = "/dashboard/assets/" + fingerprint();

  private static final Map<String, String> KEPT =
      Map.of("Cache-Control", "public, max-age=31536000, immutable");

  private Assets() {}

  static Reply.Answer show(PageCall call) {
    var asset = ALL.get(call.part("asset"));
    return asset == null
        ? Reply.bytes(404, "text/plain; charset=utf-8", Buffer.buffer("There is no such file."))
        : new Reply.Answer(200, asset.type(), asset.bytes(), KEPT);
  }

  private static Map<String, Asset> all() {
    var script = "text/javascript; charset=utf-8";
    var all = new LinkedHashMap<String, Asset>();
    all.put("app.css", new Asset("text/css; charset=utf-8", bytes("/dashboard/app.css")));
    all.put("app.js", new Asset(script, bytes("/dashboard/app.js")));
    all.put("icon.svg", new Asset("image/svg+xml", bytes("/dashboard/icon.svg")));
    all.put("htmx.js", new Asset(script, htmx()));
    return all;
  }

  private static Buffer htmx() {
    try (var stream =
        Assets.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(stream, "htmx"));
      var version = properties.getProperty("version");
      return bytes("/META-INF/resources/webjars/htmx.org/" + version + "/dist/htmx.min.js");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Buffer bytes(String name) {
    try (var stream = Assets.class.getResourceAsStream(name)) {
      return Buffer.buffer(Objects.requireNonNull(stream, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint() {
    var texts =
        ALL.values().stream().map(one -> one.bytes().toString()).collect(Collectors.joining());
    return ApiKeyHash.of(texts).value().substring(0, 12);
  }
}
