package com.pelcro.payments.cybersource.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One request on its way, sent at most once. Until a connection is there nothing can have left;
/// from the moment it is handed to the connection, only a whole reply proves anything.
final class Attempt {

  private enum Stage {
    CONNECTING,
    SENDING,
    GIVEN_UP
  }

  private static final int LONGEST_BODY = 1 << 20;

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CONNECTING);
  private final CompletableFuture<Received> received = new CompletableFuture<>();
  private final @Nullable Buffer body;
  private volatile @Nullable HttpClientRequest sent;

  Attempt(@Nullable String body) {
    this.body = body == null ? null : Buffer.buffer(body);
  }

  /// Asks for a connection. A client that was closed meanwhile says so by throwing.
  Attempt start(HttpClient client, RequestOptions options) {
    try {
      client.request(options).onComplete(this::send, this::notConnected);
    } catch (IllegalStateException | RejectedExecutionException closed) {
      notConnected(closed);
    }
    return this;
  }

  private void notConnected(Throwable failure) {
    received.complete(Received.notSent("not connected: " + why(failure)));
  }

  /// Waits for what comes of it, and lets go of the request when the time is over.
  Received await(Duration limit) {
    try {
      return received.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return giveUp("no reply in time");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return giveUp("interrupted while waiting");
    } catch (ExecutionException e) {
      throw new IllegalStateException("an attempt ends with a value", e);
    }
  }

  private Received giveUp(String why) {
    if (stage.compareAndSet(Stage.CONNECTING, Stage.GIVEN_UP)) {
      return Received.notSent("not connected: " + why);
    }
    var request = sent;
    if (request != null) {
      request.reset();
    }
    return received.getNow(Received.noReply(why));
  }

  private void send(HttpClientRequest request) {
    if (!stage.compareAndSet(Stage.CONNECTING, Stage.SENDING)) {
      request.reset();
      return;
    }
    sent = request;
    (body == null ? request.send() : request.send(body))
        .compose(Attempt::read)
        .onComplete(
            received::complete, failure -> received.complete(Received.noReply(why(failure))));
  }

  private static Future<Received> read(HttpClientResponse response) {
    var whole = Promise.<Received>promise();
    var text = Buffer.buffer();
    response
        .exceptionHandler(whole::tryFail)
        .handler(chunk -> add(text, chunk, response, whole))
        .endHandler(_ -> whole.tryComplete(reply(response, text)));
    return whole.future();
  }

  private static void add(
      Buffer text, Buffer chunk, HttpClientResponse response, Promise<Received> whole) {
    if (text.length() + chunk.length() > LONGEST_BODY) {
      whole.tryComplete(Received.noReply("a reply longer than " + LONGEST_BODY + " bytes"));
      response.request().reset();
    } else {
      text.appendBuffer(chunk);
    }
  }

  private static Received reply(HttpClientResponse response, Buffer text) {
    return new Received(
        new Exchange.Reply(response.statusCode(), text.toString()),
        response.getHeader("v-c-correlation-id"));
  }

  /// What failed, without addresses and without anything that was sent.
  private static String why(Throwable failure) {
    return failure.getClass().getSimpleName();
  }
}
