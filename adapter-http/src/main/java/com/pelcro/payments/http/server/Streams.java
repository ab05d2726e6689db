package com.pelcro.payments.http.server;

import io.vertx.core.Context;
import jakarta.inject.Inject;

/// Sends long answers, piece by piece. What goes wrong after an answer has begun can only be told
/// by breaking it off.
public final class Streams {

  private final Responses responses;
  private final RequestLog log;

  @Inject
  public Streams(Responses responses, RequestLog log) {
    this.responses = responses;
    this.log = log;
  }

  /// Off the event loop; returns when all is sent, or nobody takes it any more.
  void send(String path, Visit visit, Context loop, Reply.Stream stream) {
    var beginning = responses.answer(visit, stream);
    var pieces = new Pieces(loop, visit.request());
    try {
      pieces.write(() -> responses.begin(visit, beginning));
      while (stream.rest().hasNext() && pieces.areTaken()) {
        var piece = stream.rest().next();
        pieces.write(() -> visit.request().response().write(piece));
      }
      pieces.end();
    } catch (RuntimeException e) {
      pieces.breakOff();
      log.failed(visit, path, e);
    }
  }
}
