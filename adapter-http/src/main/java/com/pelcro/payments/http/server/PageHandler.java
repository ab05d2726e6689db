package com.pelcro.payments.http.server;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.limit.RequestLimits;
import io.netty.handler.codec.http.QueryStringDecoder;
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

  private final Workers workers;
  private final Responses responses;
  private final RequestLog log;
  private final RequestLimits limits;
  private final Set<String> proxies;

  @Inject
  public PageHandler(
      Workers workers,
      Responses responses,
      RequestLog log,
      RequestLimits limits,
      HttpSettings settings) {
    this.workers = workers;
    this.responses = responses;
    this.log = log;
    this.limits = limits;
    this.proxies = settings.limits().proxies();
  }

  void handle(PageRoute route, Visit visit, RoutingContext context) {
    var call = call(visit, context);
    var loop = context.vertx().getOrCreateContext();
    Runnable work =
        () -> {
          var answer = answer(route, visit, call);
          loop.runOnContext(_ -> send(route, visit, answer));
        };
    if (limits.ofAddress(call.address(), route.path()).isPresent()) {
      send(
          route,
          visit,
          plain(429, "Too much at once. Try again in a moment.").and("Retry-After", "1"));
    } else if (workers.run(Pace.PROMPT, work) == Workers.Room.NONE) {
      send(route, visit, plain(503, "Too much to do right now. Try again in a moment."));
    }
  }

  /// The edge: whatever went wrong below ends here.
  private Reply.Answer answer(PageRoute route, Visit visit, PageCall call) {
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

  private void send(PageRoute route, Visit visit, Reply.Answer answer) {
    log.answered(visit, route.path(), answer.status(), new Caller.Anyone(), null);
    responses.send(visit, answer);
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
