package com.pelcro.payments.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.simulator.scenario.Effect;
import com.pelcro.payments.simulator.scenario.Facts;
import com.pelcro.payments.simulator.scenario.Orders;
import com.pelcro.payments.simulator.scenario.Scenarios;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries requests to endpoints and answers back, and breaks both on demand.
///
/// Work happens on virtual threads under one lock; waiting happens in timers, so that a slow answer
/// blocks nobody.
public final class Exchanges implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

  private final Vertx vertx;
  private final SignatureCheck signatures;
  private final Scenarios scenarios;
  private final RequestLog log;
  private final InstantSource clock;
  private final Function<Call, Facts> facts;
  private final ReentrantLock lock = new ReentrantLock();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /// Runs on this Vert.x; the facts are what scenarios match on.
  public Exchanges(
      Vertx vertx,
      SignatureCheck signatures,
      Scenarios scenarios,
      RequestLog log,
      InstantSource clock,
      Function<Call, Facts> facts) {
    this.vertx = vertx;
    this.signatures = signatures;
    this.scenarios = scenarios;
    this.log = log;
    this.clock = clock;
    this.facts = facts;
  }

  /// A gateway endpoint that only merchants may call.
  public Handler<RoutingContext> signed(Endpoint endpoint) {
    return context -> read(context, call -> authenticate(context, call, endpoint));
  }

  /// A gateway endpoint that browsers call.
  public Handler<RoutingContext> open(Endpoint endpoint) {
    return context -> read(context, call -> exchange(context, call, endpoint));
  }

  /// The simulator's own side: no signature, no scenarios, no log.
  public Handler<RoutingContext> own(Endpoint endpoint) {
    return context -> read(context, call -> Wire.send(context, answer(endpoint, call)));
  }

  private void read(RoutingContext context, Consumer<Call> then) {
    context
        .request()
        .body()
        .onSuccess(bytes -> workers.execute(() -> guarded(context, bytes, then)))
        .onFailure(_ -> Wire.close(context));
  }

  /// The edge: a mistake of ours is logged and answered, so that no caller waits for nothing.
  private static void guarded(RoutingContext context, Buffer bytes, Consumer<Call> then) {
    try {
      then.accept(call(context, bytes));
    } catch (RuntimeException mistake) {
      LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), mistake);
      Wire.send(
          context, Reply.text(500, "text/plain", "The simulator made a mistake; see its log."));
    }
  }

  private static Call call(RoutingContext context, Buffer bytes) {
    var request = context.request();
    var authority = request.authority();
    return new Call(
        request.method().name(),
        context.normalizedPath(),
        request.uri(),
        request.headers(),
        Map.copyOf(context.pathParams()),
        context.queryParams(),
        bytes,
        Body.read(bytes),
        request.scheme() + "://" + (authority == null ? "localhost" : authority),
        "",
        Orders.NONE,
        new ArrayList<>());
  }

  private void authenticate(RoutingContext context, Call call, Endpoint endpoint) {
    var signer = signatures.signer(call.method(), call.target(), call.headers(), call.bytes());
    if (signer.isPresent()) {
      exchange(context, call.of(signer.get(), Orders.NONE), endpoint);
    } else {
      exchange(context, call, _ -> JsonReply.unauthorized());
    }
  }

  private void exchange(RoutingContext context, Call received, Endpoint endpoint) {
    var orders = locked(() -> scenarios.strike(facts.apply(received)));
    var call = received.of(received.merchant(), orders);
    var entry = locked(() -> log.arrived(call, clock.instant()));
    switch (orders.breakage()) {
      case null -> later(orders, context, process(endpoint, call, entry));
      case Effect.LoseRequest _ -> lose(context, entry);
      case Effect.LoseReply _ -> {
        process(endpoint, call, entry);
        lose(context, entry);
      }
      case Effect.Late(long millis) -> {
        lose(context, entry);
        vertx.setTimer(
            Math.max(1, millis), _ -> workers.execute(() -> process(endpoint, call, entry)));
      }
      case Effect.Http http -> {
        if (http.processed()) {
          process(endpoint, call, entry);
        }
        later(orders, context, Reply.text(http.status(), http.contentType(), http.body()));
      }
      case Effect.Truncate truncate ->
          Wire.cut(context, truncate.processed() ? process(endpoint, call, entry) : fragment());
    }
  }

  private Reply process(Endpoint endpoint, Call call, ObjectNode entry) {
    var reply = answer(endpoint, call);
    locked(
        () -> {
          entry.put("status", reply.status());
          entry.set("warnings", Body.MAPPER.valueToTree(call.warnings()));
          return entry.set("scenarios", Body.MAPPER.valueToTree(call.orders().scenarios()));
        });
    return reply;
  }

  private Reply answer(Endpoint endpoint, Call call) {
    try {
      return locked(() -> endpoint.answer(call));
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void later(Orders orders, RoutingContext context, Reply reply) {
    if (orders.delayMillis() > 0) {
      vertx.setTimer(orders.delayMillis(), _ -> Wire.send(context, reply));
    } else {
      Wire.send(context, reply);
    }
  }

  private void lose(RoutingContext context, ObjectNode entry) {
    locked(() -> entry.put("connection_closed", true));
    Wire.close(context);
  }

  private static Reply fragment() {
    return Reply.text(
        201, "application/hal+json;charset=utf-8", "{\"id\":\"7\",\"status\":\"AUTHORIZED\"}");
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
