package com.pelcro.payments.http.server;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.limit.RequestLimits;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// Takes a page's request off the event loop, makes the page on a virtual thread, and answers on
/// the loop.
public final class PageHandler {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int MOST_FIELDS = 256;
  private static final int STREAMED = 200;

  private final Workers workers;
  private final Responses responses;
  private final Streams streams;
  private final RequestLog log;
  private final RequestLimits limits;
  private final Set<String> proxies;

  @Inject
  public PageHandler(
      Workers workers,
      Responses responses,
      Streams streams,
      RequestLog log,
      RequestLimits limits,
      HttpSettings settings) {
    this.workers = workers;
    this.responses = responses;
    this.streams = streams;
    this.log = log;
    this.limits = limits;
    this.proxies = settings.limits().proxies();
  }

  void handle(PageRoute route, Visit visit, RoutingContext context) {
    var call = call(visit, context);
    var loop = context.vertx().getOrCreateContext();
    Runnable work = () -> log.work(visit, route.path(), null, () -> work(route, visit, call, loop));
    if (limits.ofAddress(call.address(), route.path()).isPresent()) {
      turnAway(
          route,
          visit,
          plain(429, "Too much at once. Try again in a moment.").and("Retry-After", "1"));
    } else if (workers.run(route.pace(), work) == Workers.Room.NONE) {
      turnAway(route, visit, plain(503, "Too much to do right now. Try again in a moment."));
    }
  }

  private void turnAway(PageRoute route, Visit visit, Reply.Answer answer) {
    logged(route, visit, answer.status());
    responses.send(visit, answer);
  }

  private int work(PageRoute route, Visit visit, PageCall call, Context loop) {
    return switch (answer(route, visit, call)) {
      case Reply.Answer answer -> {
        logged(route, visit, answer.status());
        loop.runOnContext(_ -> responses.send(visit, answer));
        yield answer.status();
      }
      case Reply.Stream stream -> {
        streams.send(route.path(), visit, loop, stream);
        logged(route, visit, STREAMED);
        yield STREAMED;
      }
    };
  }

  /// The edge: whatever went wrong below ends here.
  private Reply.Sendable answer(PageRoute route, Visit visit, PageCall call) {
    try {
      return route.endpoint().handle(call);
    } catch (StorageUnavailable e) {
      log.failed(visit, route.path(), e);
      return plain(503, "The database does not answer. Try again in a moment.");
    } catch (RuntimeException e) {
      log.failed(visit, route.path(), e);
      return plain(
          500, "This is our fault. Tell us this name of the request: " + visit.requestId());
    }
  }

  private void logged(PageRoute route, Visit visit, int status) {
    log.answered(visit, route.path(), status, new Caller.Anyone(), null);
  }

  private static Reply.Answer plain(int status, String text) {
    return Reply.bytes(status, TEXT, Buffer.buffer(text));
  }

  private PageCall call(Visit visit, RoutingContext context) {
    var request = context.request();
    return new PageCall(
        request.method().name(),
        request.uri(),
        Map.copyOf(context.pathParams()),
        context.queryParams(),
        form(context),
        request.headers(),
        visit.address(proxies),
        visit.requestId());
  }

  /// Anything but a plain form has no fields.
  private static MultiMap form(RoutingContext context) {
    var fields = MultiMap.caseInsensitiveMultiMap();
    var type = context.request().getHeader("Content-Type");
    if (type != null && type.startsWith(FORM)) {
      var text = BodyIntake.of(context).toString(StandardCharsets.UTF_8);
      new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS)
          .parameters()
          .forEach(fields::add);
    }
    return fields;
  }
}
