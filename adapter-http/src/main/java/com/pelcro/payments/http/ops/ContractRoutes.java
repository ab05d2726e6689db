package com.pelcro.payments.http.ops;

import static com.pelcro.payments.http.access.Access.EVERYONE;

import com.pelcro.payments.http.contract.Contract;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;

/// The contract, as it is written and as pages to be read. The pages come from here alone: nothing
/// is loaded from elsewhere.
public final class ContractRoutes implements Routes {

  private static final String YAML = "application/yaml";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /// The pages may run their own scripts and ask this service, and nothing else.
  private static final Map<String, String> RULES =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
              + " data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
              + " 'none'");

  private final Contract contract;
  private final Function<String, Buffer> swagger;

  @Inject
  public ContractRoutes(Contract contract) {
    this.contract = contract;
    var folder = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
    this.swagger = name -> resource(folder + name);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/openapi.yaml", EVERYONE, _ -> yaml()),
        Route.get("/docs", EVERYONE, _ -> page()),
        Route.get("/docs/{asset}", EVERYONE, this::asset));
  }

  private Reply yaml() {
    return Reply.bytes(200, YAML, Buffer.buffer(contract.text()));
  }

  private static Reply page() {
    return new Reply.Answer(200, HTML, resource("/docs/index.html"), RULES);
  }

  private Reply asset(Call call) {
    var name = call.id("asset", Function.identity());
    return switch (name) {
      case "swagger-ui.css" -> Reply.bytes(200, CSS, swagger.apply(name));
      case "swagger-ui-bundle.js" -> Reply.bytes(200, SCRIPT, swagger.apply(name));
      case "docs.css" -> Reply.bytes(200, CSS, resource("/docs/docs.css"));
      default -> Reply.bytes(200, SCRIPT, resource("/docs/docs.js"));
    };
  }

  private static String swaggerVersion() {
    try (var stream = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      var properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Buffer resource(String name) {
    try (var stream = open(name)) {
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(ContractRoutes.class.getResourceAsStream(name), name);
  }
}
