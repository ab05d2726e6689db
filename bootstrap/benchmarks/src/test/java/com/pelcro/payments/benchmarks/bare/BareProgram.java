package com.pelcro.payments.benchmarks.bare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Takes a charge as the service does: a virtual thread per call; a transaction that inserts a key,
/// a charge and an operation; a signed call; a transaction that updates both and inserts an event.
/// Nothing is checked, nothing is recovered, nothing is refused.
public final class BareProgram {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BareStore store;
  private final BareGateway gateway;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  private BareProgram(BareStore store, BareGateway gateway) {
    this.store = store;
    this.gateway = gateway;
  }

  public static void main(String[] arguments) throws SQLException {
    var environment = System.getenv();
    var vertx = Vertx.vertx();
    var store = BareStore.open(environment);
    store.create();
    var gateway = BareGateway.of(vertx, environment);
    var program = new BareProgram(store, gateway);
    var port =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(program::accept)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    new BareRenewals(store, gateway).start();
    System.out.println("ready on port " + port);
  }

  private void accept(HttpServerRequest request) {
    var key = request.getHeader("Idempotency-Key");
    var _ = request.body().onSuccess(body -> calls.execute(() -> answer(request, key, body)));
  }

  private void answer(HttpServerRequest request, String key, Buffer body) {
    var response = request.response().putHeader("Content-Type", "application/json");
    try {
      var answer =
          Buffer.buffer(JSON.writeValueAsBytes(charge(key, JSON.readTree(body.getBytes()))));
      var _ = response.setStatusCode(201).end(answer);
    } catch (IOException | SQLException | RuntimeException e) {
      var _ =
          response
              .setStatusCode(500)
              .end(JSON.createObjectNode().put("why", e.toString()).toString());
    }
  }

  private Map<String, Object> charge(String key, JsonNode asked) throws SQLException, IOException {
    var charge = "ch_" + UUID.randomUUID();
    var operation = "op_" + UUID.randomUUID();
    var amount = asked.path("amount").asLong();
    var currency = asked.path("currency").asText();
    store.begin(key, charge, operation, amount, currency);
    var transaction = gateway.sale(operation, amount, currency);
    store.finish(charge, operation, transaction, amount, currency);
    return Map.of("id", charge, "status", "captured", "amount", amount, "currency", currency);
  }
}
