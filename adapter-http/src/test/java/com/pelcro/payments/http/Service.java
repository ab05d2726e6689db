package com.pelcro.payments.http;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.access.ApiKeys;
import com.pelcro.payments.application.access.DashboardSessions;
import com.pelcro.payments.application.cardsession.CardSessionUseCases;
import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.application.cardsession.FormPlace;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.charge.Collected;
import com.pelcro.payments.application.customer.CustomerCards;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.event.EventFeed;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.event.FeedWatch;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.invariant.InMemoryInvariantChecks;
import com.pelcro.payments.application.invariant.InvariantChecks;
import com.pelcro.payments.application.invariant.ScriptedViolations;
import com.pelcro.payments.application.invariant.Violations;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.paymentmethod.DetachCards;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.application.reconciliation.AskedOperations;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.application.reconciliation.Reconciliations;
import com.pelcro.payments.application.recovery.RecoverLostAnswers;
import com.pelcro.payments.application.refund.Refunds;
import com.pelcro.payments.application.renewal.ClockedSiteTime;
import com.pelcro.payments.application.renewal.DunningPolicies;
import com.pelcro.payments.application.renewal.RenewalQueue;
import com.pelcro.payments.application.renewal.RenewalRate;
import com.pelcro.payments.application.renewal.RenewalSettlement;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.RunRenewals;
import com.pelcro.payments.application.renewal.SiteTime;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.application.renewal.TestClocks;
import com.pelcro.payments.application.renewal.TurnClocks;
import com.pelcro.payments.application.report.Reports;
import com.pelcro.payments.application.settings.SettingsHistory;
import com.pelcro.payments.application.site.Commitments;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.SettableClock;
import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.memory.InMemoryGateway;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.http.access.OperatorKey;
import com.pelcro.payments.http.contract.Contract;
import com.pelcro.payments.http.dashboard.Dashboard;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.login.LoginPages;
import com.pelcro.payments.http.event.EventJson;
import com.pelcro.payments.http.limit.HttpLimits;
import com.pelcro.payments.http.ops.HealthCheck;
import com.pelcro.payments.http.ops.Metrics;
import com.pelcro.payments.http.server.ApiRouter;
import com.pelcro.payments.http.server.HttpService;
import com.pelcro.payments.http.server.PageRoute;
import com.pelcro.payments.http.server.Pages;
import com.pelcro.payments.http.server.RequestWatch;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The whole HTTP side on a free port, over use cases on the fakes and a gateway in memory.
public final class Service implements AutoCloseable {

  public static final String OPERATOR_KEY =
      TestOutput.secret("operator-key-of-the-tests-0123456789");

  /// Enough for a test's requests while the clock stands still.
  private static final HttpLimits ROOMY =
      new HttpLimits(
          1_000_000,
          1_000_000,
          1_000_000,
          HttpLimits.USUAL.body(),
          HttpLimits.USUAL.idle(),
          Set.of());

  private final SettableClock clock = SettableClock.at("2026-03-02T08:00:00.250Z");
  private final InMemoryGateway gateway = new InMemoryGateway(new GatewayId("memory"), clock);
  private final ScriptedViolations violations = new ScriptedViolations();
  private final InMemoryStorage storage = InMemoryStorage.with(new EventJson(clock), clock);
  private final AtomicReference<Optional<String>> illness = new AtomicReference<>(Optional.empty());
  private final Vertx vertx = Vertx.vertx();
  private final Graph graph = new Graph();
  private final HttpService http;
  private final int port;

  private Service(
      int mostCalls,
      int mostWaits,
      @Nullable Transactions transactions,
      UnaryOperator<Reports> reports,
      HttpLimits limits) {
    bindStorage(transactions, reports);
    graph
        .bind(InstantSource.class, clock)
        .bind(RecoverySchedule.class, RecoverySchedule.USUAL)
        .bind(Vertx.class, vertx)
        .bind(HttpSettings.class, settings(mostCalls, mostWaits, limits))
        .bind(CardTestingLimits.class, CardTestingLimits.USUAL)
        .bind(FormPlace.class, CardSessionUseCases.PLACE)
        .bind(RequestWatch.class, new Unwatched())
        .bind(Metrics.class, () -> "payments_up 1\n")
        .bind(Types.setOf(GatewayAdapter.class), Set.of(gateway.adapter()))
        .bind(Types.setOf(HealthCheck.class), Set.of(check()));
    graph.bind(CustomerCards.class, graph.get(DetachCards.class));
    graph.bind(SiteTime.class, graph.get(ClockedSiteTime.class));
    graph.bind(Collected.class, graph.get(RenewalSettlement.class));
    graph.bind(Types.setOf(Routes.class), all(EveryRoute.KINDS));
    graph.bind(Types.setOf(Section.class), all(EverySection.KINDS));
    graph.bind(
        Types.setOf(Pages.class), Set.of(graph.get(LoginPages.class), graph.get(Dashboard.class)));
    http = graph.get(HttpService.class);
    port = http.start();
  }

  private <T> Set<T> all(List<Class<? extends T>> kinds) {
    return kinds.stream().map(graph::get).collect(Collectors.toUnmodifiableSet());
  }

  public static Service start() {
    return with(HttpSettings.USUAL_CALLS);
  }

  /// With other transactions than those of the fakes, to make the database fail.
  public static Service with(Transactions transactions) {
    return new Service(
        HttpSettings.USUAL_CALLS,
        HttpSettings.USUAL_WAITS,
        transactions,
        UnaryOperator.identity(),
        ROOMY);
  }

  public static Service with(int mostCalls) {
    return with(mostCalls, HttpSettings.USUAL_WAITS);
  }

  public static Service with(int mostCalls, int mostWaits) {
    return new Service(mostCalls, mostWaits, null, UnaryOperator.identity(), ROOMY);
  }

  /// With other limits for each caller.
  public static Service with(HttpLimits limits) {
    return new Service(
        HttpSettings.USUAL_CALLS, HttpSettings.USUAL_WAITS, null, UnaryOperator.identity(), limits);
  }

  /// With other reports than those of the fakes.
  public static Service reporting(UnaryOperator<Reports> reports) {
    return new Service(HttpSettings.USUAL_CALLS, HttpSettings.USUAL_WAITS, null, reports, ROOMY);
  }

  private void bindStorage(@Nullable Transactions transactions, UnaryOperator<Reports> reports) {
    graph
        .bind(Transactions.class, transactions == null ? storage.transactions() : transactions)
        .bind(Sites.class, storage.sites())
        .bind(Integrations.class, storage.integrations())
        .bind(ApiKeys.class, storage.apiKeys())
        .bind(DashboardSessions.class, storage.dashboardSessions())
        .bind(Customers.class, storage.customers())
        .bind(CardSessions.class, storage.cardSessions())
        .bind(PaymentMethods.class, storage.paymentMethods())
        .bind(Charges.class, storage.charges())
        .bind(Refunds.class, storage.refunds())
        .bind(Operations.class, storage.operations())
        .bind(IdempotencyClaims.class, storage.claims())
        .bind(Violations.class, violations)
        .bind(InvariantChecks.class, new InMemoryInvariantChecks())
        .bind(AskedOperations.class, storage.askedOperations())
        .bind(Differences.class, storage.differences())
        .bind(Reconciliations.class, storage.reconciliations())
        .bind(Subscriptions.class, storage.subscriptions())
        .bind(Renewals.class, storage.renewals())
        .bind(RenewalQueue.class, storage.renewalQueue())
        .bind(DunningPolicies.class, storage.dunningPolicies())
        .bind(SettingsHistory.class, storage.settingsHistory())
        .bind(RenewalRate.class, new RenewalRate(1000))
        .bind(TestClocks.class, storage.testClocks())
        .bind(Commitments.class, storage.commitments())
        .bind(Reports.class, reports.apply(storage.reports()))
        .bind(EventLog.class, storage.eventLog())
        .bind(EventFeed.class, storage.eventFeed());
  }

  private static HttpSettings settings(int mostCalls, int mostWaits, HttpLimits limits) {
    return new HttpSettings(
        "127.0.0.1",
        0,
        URI.create("https://payments.example/"),
        OperatorKey.of(new SharedSecret(OPERATOR_KEY)),
        mostCalls,
        mostWaits,
        limits);
  }

  private static final class Unwatched implements RequestWatch {
    @Override
    public void work(Asked asked, IntSupplier work) {
      var _ = work.getAsInt();
    }

    @Override
    public void answered(Answered answered) {}
  }

  private HealthCheck check() {
    return new HealthCheck() {
      @Override
      public String name() {
        return "database";
      }

      @Override
      public Optional<String> problem() {
        return illness.get();
      }
    };
  }

  public Client operator() {
    return anyone().holding(OPERATOR_KEY);
  }

  public Client anyone() {
    return new Client(URI.create("http://127.0.0.1:" + port), contract());
  }

  public Contract contract() {
    return graph.get(Contract.class);
  }

  /// Every page behind the log-in.
  public List<Door> doors() {
    return graph.get(Dashboard.class).doors();
  }

  /// Every page, behind the log-in or not.
  public List<PageRoute> pages() {
    return graph.get(ApiRouter.class).pages();
  }

  public List<Route> routes() {
    return graph.get(ApiRouter.class).routes();
  }

  /// Lets time pass and looks for lost answers on the way.
  public void recover(Duration time) {
    var recovery = graph.get(RecoverLostAnswers.class);
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.pass(Duration.ofSeconds(15));
      recovery.claim(100).forEach(recovery::recover);
    }
  }

  /// Lets time pass and collects what falls due on the way.
  public void renew(Duration time) {
    var renewals = graph.get(RunRenewals.class);
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.pass(Duration.ofHours(1));
      renewals.claim(100).forEach(renewals::renew);
    }
  }

  /// Turns the test clocks to where they are to be.
  public void turnClocks() {
    var clocks = graph.get(TurnClocks.class);
    clocks.claim(100).forEach(clocks::turn);
  }

  public SettableClock clock() {
    return clock;
  }

  public ScriptedViolations violations() {
    return violations;
  }

  public InMemoryGateway gateway() {
    return gateway;
  }

  public InMemoryStorage storage() {
    return storage;
  }

  public InMemoryDatabase database() {
    return storage.database();
  }

  public int port() {
    return port;
  }

  public HttpService http() {
    return http;
  }

  /// How many wait for events right now.
  public int waiting() {
    return graph.get(FeedWatch.class).waiting();
  }

  public void fallIll(String problem) {
    illness.set(Optional.of(problem));
  }

  @Override
  public void close() {
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
