package com.pelcro.payments.http.server;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.limit.RequestLimits;
import com.pelcro.payments.http.server.Admission.Outcome;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes a request off the event loop, does it on a virtual thread, and answers on the loop.
public final class EndpointHandler {

  private record Result(Caller caller, Reply reply) {}

  private final Workers workers;
  private final Admission admission;
  private final Responses responses;
  private final Streams streams;
  private final RequestLog log;
  private final RequestLimits limits;
  private final Set<String> proxies;

  @Inject
  public EndpointHandler(
      Workers workers,
      Admission admission,
      Responses responses,
      Streams streams,
      RequestLog log,
      RequestLimits limits,
      HttpSettings settings) {
    this.workers = workers;
    this.admission = admission;
    this.responses = responses;
    this.streams = streams;
    this.log = log;
    this.limits = limits;
    this.proxies = settings.limits().proxies();
  }

  void handle(Route route, Visit visit, RoutingContext context) {
    var incoming = incoming(visit, context);
    var loop = context.vertx().getOrCreateContext();
    Runnable call =
        () ->
            log.work(visit, route.path(), site(incoming), () -> work(route, visit, incoming, loop));
    if (route.pace() == Pace.ALWAYS) {
      workers.runAnyway(call);
      return;
    }
    var wait = limits.ofAddress(incoming.address(), route.path());
    if (wait.isPresent()) {
      turnAway(route, visit, incoming, Problem.tooMany("from one address", wait.get()));
    } else if (workers.run(route.pace(), call) == Workers.Room.NONE) {
      turnAway(route, visit, incoming, busy());
    }
  }

  private void turnAway(Route route, Visit visit, Incoming incoming, Problem problem) {
    var answer = responses.answer(visit, new Reply.No(problem));
    log(route, visit, new Caller.Anyone(), incoming, answer);
    responses.send(visit, answer);
  }

  /// Answers, and says with what status. The line is written here, where it is known what the
  /// gateway was asked.
  private int work(Route route, Visit visit, Incoming incoming, Context loop) {
    var result = result(route, visit, incoming);
    var answer = responses.answer(visit, result.reply());
    if (result.reply() instanceof Reply.Stream stream) {
      streams.send(route.path(), visit, loop, stream);
      log(route, visit, result.caller(), incoming, answer);
    } else {
      log(route, visit, result.caller(), incoming, answer);
      loop.runOnContext(_ -> responses.send(visit, answer));
    }
    return answer.status();
  }

  /// The edge: whatever went wrong below ends here, and the caller learns nothing of it.
  private Result result(Route route, Visit visit, Incoming incoming) {
    try {
      return switch (admission.admit(route, incoming)) {
        case Outcome.Admitted(var call) -> new Result(call.caller(), route.endpoint().handle(call));
        case Outcome.Turned(var caller, var problem) -> new Result(caller, new Reply.No(problem));
      };
    } catch (StorageUnavailable e) {
      log.failed(visit, route.path(), e);
      return new Result(new Caller.Anyone(), new Reply.No(noStorage()));
    } catch (RuntimeException e) {
      log.failed(visit, route.path(), e);
      return new Result(new Caller.Anyone(), new Reply.No(fault()));
    }
  }

  private void log(
      Route route, Visit visit, Caller caller, Incoming incoming, Reply.Answer answer) {
    log.answered(visit, route.path(), answer.status(), caller, site(incoming));
  }

  private static @Nullable String site(Incoming incoming) {
    var site = incoming.site();
    return site == null ? null : site.value();
  }

  private Incoming incoming(Visit visit, RoutingContext context) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    var parameters = context.queryParams();
    parameters.names().forEach(name -> query.put(name, parameters.getAll(name)));
    return new Incoming(
        Map.copyOf(context.pathParams()),
        query,
        context.request().headers(),
        BodyIntake.of(context),
        context.normalizedPath(),
        visit.address(proxies));
  }

  private static Problem busy() {
    return Problem.of(
            ProblemCode.RATE_LIMITED, "more requests are being worked on than there may be")
        .with("Retry-After", "1");
  }

  private static Problem noStorage() {
    return Problem.of(
            ProblemCode.STORAGE_UNAVAILABLE,
            "ask again with the same Idempotency-Key: that shows what became of this")
        .with("Retry-After", "2");
  }

  private static Problem fault() {
    return Problem.of(
        ProblemCode.INTERNAL,
        "this is our fault; tell us the request_id. Ask again with the same Idempotency-Key to see"
            + " what became of it");
  }
}
