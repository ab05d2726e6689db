package com.pelcro.payments.bootstrap.proof;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A proxy that gives every request to the next instance. One that cannot be reached is passed
/// over; a request that one has taken is never given to another.
final class RoundRobin implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = vertx.createHttpClient();
  private final List<Integer> instances;
  private final List<AtomicInteger> taken;
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpServer server;

  private RoundRobin(List<Integer> instances) {
    this.instances = List.copyOf(instances);
    this.taken = instances.stream().map(_ -> new AtomicInteger()).toList();
    this.server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost(HOST).setPort(0))
            .requestHandler(this::accept)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  static RoundRobin over(List<Integer> ports) {
    return new RoundRobin(ports);
  }

  String url() {
    return "http://" + HOST + ":" + server.actualPort();
  }

  /// How many requests each instance took.
  List<Integer> taken() {
    return taken.stream().map(AtomicInteger::get).toList();
  }

  private void accept(HttpServerRequest request) {
    var _ = request.body().onSuccess(body -> pass(request, body, instances.size()));
  }

  private void pass(HttpServerRequest request, Buffer body, int tries) {
    var instance = Math.floorMod(turn.getAndIncrement(), instances.size());
    var options =
        new RequestOptions()
            .setHost(HOST)
            .setPort(instances.get(instance))
            .setMethod(request.method())
            .setURI(request.uri());
    client
        .request(options)
        .onComplete(
            onwards -> {
              var _ = taken.get(instance).incrementAndGet();
              send(onwards, request, body);
            },
            _ -> {
              if (tries > 1) {
                pass(request, body, tries - 1);
              } else {
                answer(request, 503, Buffer.buffer());
              }
            });
  }

  private static void send(HttpClientRequest onwards, HttpServerRequest request, Buffer body) {
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                var _ = onwards.putHeader(name, value);
              }
            });
    onwards
        .send(body)
        .compose(
            response ->
                response
                    .body()
                    .onSuccess(
                        text -> {
                          request.response().headers().addAll(response.headers());
                          answer(request, response.statusCode(), text);
                        }))
        .onFailure(_ -> answer(request, 502, Buffer.buffer()));
  }

  private static void answer(HttpServerRequest request, int status, Buffer body) {
    var _ = request.response().setStatusCode(status).end(body);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
