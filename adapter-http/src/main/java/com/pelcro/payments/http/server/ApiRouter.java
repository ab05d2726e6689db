package com.pelcro.payments.http.server;

import com.pelcro.payments.http.HttpSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All routes, and a problem for everything that none of them takes.
public final class ApiRouter {

  private static final String VISIT = "visit";
  private static final String NO_ROUTE = "-";
  private static final Set<String> STILL_ANSWERED = Set.of("/health/live", "/metrics");
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

  private final List<Route> routes;
  private final List<PageRoute> pages;
  private final EndpointHandler endpoints;
  private final PageHandler pageHandler;
  private final Responses responses;
  private final RequestLog log;
  private final Connections connections;
  private final Duration patience;

  @Inject
  public ApiRouter(
      Set<Routes> routes,
      Set<Pages> pages,
      EndpointHandler endpoints,
      PageHandler pageHandler,
      Responses responses,
      RequestLog log,
      Connections connections,
      HttpSettings settings) {
    this.routes =
        routes.stream()
            .flatMap(kind -> kind.routes().stream())
            .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
            .toList();
    this.pages =
        pages.stream()
            .flatMap(kind -> kind.pages().stream())
            .sorted(Comparator.comparing(page -> page.path().endsWith("/*")))
            .toList();
    this.endpoints = endpoints;
    this.pageHandler = pageHandler;
    this.responses = responses;
    this.log = log;
    this.connections = connections;
    this.patience = settings.limits().body();
  }

  /// Every route of the contract.
  public List<Route> routes() {
    return routes;
  }

  /// Every page.
  public List<PageRoute> pages() {
    return pages;
  }

  Router router(Vertx vertx) {
    var router = Router.router(vertx);
    router.route().handler(this::visited);
    router.route().handler(this::turnedAway);
    routes.forEach(route -> add(router, route));
    pages.forEach(page -> add(router, page));
    problem(router, 400, ProblemCode.MALFORMED_REQUEST, "the address or the body is malformed");
    problem(router, 404, ProblemCode.NOT_FOUND, "there is nothing under this path");
    router.errorHandler(408, this::tooSlow);
    problem(router, 413, ProblemCode.PAYLOAD_TOO_LARGE, "a body has at most 64 KiB");
    problem(router, 414, ProblemCode.URI_TOO_LONG, "the address is too long");
    problem(router, 500, ProblemCode.INTERNAL, "this is our fault; tell us the request_id");
    router.errorHandler(405, this::wrongMethod);
    return router;
  }

  /// Answers what is not HTTP as it should be, which no route ever sees.
  void invalid(HttpServerRequest request) {
    var cause = String.valueOf(request.decoderResult().cause());
    var code =
        cause.contains("TooLongHttpLine")
            ? ProblemCode.URI_TOO_LONG
            : cause.contains("TooLongHttpHeader")
                ? ProblemCode.HEADERS_TOO_LARGE
                : ProblemCode.MALFORMED_REQUEST;
    var problem = Problem.of(code, "it was not read further").with("Connection", "close");
    send(Visit.of(request), problem);
  }

  private void add(Router router, Route route) {
    var template = PARAMETER.matcher(route.path()).replaceAll(":$1");
    router
        .route(HttpMethod.valueOf(route.method()), template)
        .handler(BodyIntake.within(patience))
        .handler(context -> endpoints.handle(route, visit(context), context));
  }

  private void add(Router router, PageRoute page) {
    var template = PARAMETER.matcher(page.path()).replaceAll(":$1");
    router
        .route(HttpMethod.valueOf(page.method()), template)
        .handler(BodyIntake.within(patience))
        .handler(context -> pageHandler.handle(page, visit(context), context));
  }

  private void visited(RoutingContext context) {
    connections.begin(
        context.request(),
        () -> {
          context.put(VISIT, Visit.of(context.request()));
          context.next();
        });
  }

  /// Nothing new is begun on an instance that is being stopped, but it still says so, and how it
  /// is.
  private void turnedAway(RoutingContext context) {
    if (responses.isStopping() && !STILL_ANSWERED.contains(context.normalizedPath())) {
      var problem =
          Problem.of(ProblemCode.STOPPING, "nothing of this was begun; ask again")
              .with("Retry-After", "1");
      send(visit(context), problem);
    } else {
      context.next();
    }
  }

  private void problem(Router router, int status, ProblemCode code, String detail) {
    router.errorHandler(
        status,
        context -> {
          if (code == ProblemCode.INTERNAL && context.failure() instanceof RuntimeException fault) {
            log.failed(visit(context), NO_ROUTE, fault);
          }
          send(visit(context), Problem.of(code, detail));
        });
  }

  /// What is still to come is not waited for.
  private void tooSlow(RoutingContext context) {
    var problem = Problem.of(ProblemCode.REQUEST_TIMEOUT, "its body took too long to arrive");
    context.response().endHandler(_ -> context.request().connection().close());
    send(visit(context), problem.with("Connection", "close"));
  }

  private void wrongMethod(RoutingContext context) {
    var path = context.normalizedPath();
    var allowed =
        routes.stream()
            .filter(route -> matches(route, path))
            .map(Route::method)
            .sorted()
            .collect(Collectors.joining(", "));
    send(
        visit(context),
        Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "this path takes " + allowed)
            .with("Allow", allowed));
  }

  private static boolean matches(Route route, String path) {
    return path.matches(PARAMETER.matcher(route.path()).replaceAll("[^/]+") + "/?");
  }

  private static Visit visit(RoutingContext context) {
    Visit known = context.get(VISIT);
    return known == null ? Visit.of(context.request()) : known;
  }

  private void send(Visit visit, Problem problem) {
    var answer = responses.answer(visit, new Reply.No(problem));
    log.answered(visit, NO_ROUTE, answer.status(), null, null);
    responses.send(visit, answer);
  }
}
