package com.pelcro.payments.http.server;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Writes replies; every one, an error as well, carries the same headers.
@Singleton
public final class Responses {

  private final Problems problems;
  private final Connections connections;
  private volatile boolean stopping;

  @Inject
  public Responses(Problems problems, Connections connections) {
    this.problems = problems;
    this.connections = connections;
  }

  /// From now on every answer says that its connection ends with it.
  void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /// The answer a reply comes to; of a long one, its beginning. May be done off the event loop.
  Reply.Answer answer(Visit visit, Reply reply) {
    return switch (reply) {
      case Reply.Answer answer -> answer;
      case Reply.Stream(var type, var headers, var first, _) ->
          new Reply.Answer(200, type, first, headers);
      case Reply.No(var problem) -> answer(visit, problem);
      case Reply.Unwilling(var refusal) -> answer(visit, problems.of(refusal));
    };
  }

  private static Reply.Answer answer(Visit visit, Problem problem) {
    var json = Buffer.buffer(problem.json(visit.requestId()));
    return new Reply.Answer(problem.code().status(), Problem.MEDIA, json, problem.headers());
  }

  /// Sends an answer, on the event loop; nobody may be there any more to take it.
  void send(Visit visit, Reply.Answer answer) {
    var response = visit.request().response();
    if (response.ended() || response.closed()) {
      return;
    }
    head(visit, answer);
    if (answer.body().length() == 0) {
      connections.answered(visit.request(), response.end());
    } else {
      response.putHeader("Content-Type", answer.type());
      connections.answered(visit.request(), response.end(answer.body()));
    }
  }

  /// Begins an answer of unknown length, on the event loop.
  Future<Void> begin(Visit visit, Reply.Answer answer) {
    var response = visit.request().response();
    head(visit, answer);
    response.putHeader("Content-Type", answer.type());
    return response.setChunked(true).write(answer.body());
  }

  private void head(Visit visit, Reply.Answer answer) {
    var response = visit.request().response();
    response.setStatusCode(answer.status());
    response.putHeader(Visit.HEADER, visit.requestId());
    response.putHeader("X-Content-Type-Options", "nosniff");
    if (visit.isPrivate()) {
      response.putHeader("Cache-Control", "no-store");
    }
    if (stopping) {
      response.putHeader("Connection", "close");
    }
    answer.headers().forEach(response::putHeader);
  }
}
