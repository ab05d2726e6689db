package com.pelcro.payments.simulator;

import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.control.LedgerEndpoint;
import com.pelcro.payments.simulator.control.MerchantsEndpoint;
import com.pelcro.payments.simulator.control.RequestsEndpoint;
import com.pelcro.payments.simulator.control.ReviewsEndpoint;
import com.pelcro.payments.simulator.control.ScenariosEndpoint;
import com.pelcro.payments.simulator.control.SettingsEndpoint;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.Exchanges;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Merchants;
import com.pelcro.payments.simulator.http.Reply;
import com.pelcro.payments.simulator.http.RequestLog;
import com.pelcro.payments.simulator.http.SignatureCheck;
import com.pelcro.payments.simulator.microform.BrowserLibrary;
import com.pelcro.payments.simulator.microform.CardsEndpoint;
import com.pelcro.payments.simulator.microform.FormTokensEndpoint;
import com.pelcro.payments.simulator.microform.PublicKeysEndpoint;
import com.pelcro.payments.simulator.microform.Sessions;
import com.pelcro.payments.simulator.microform.SessionsEndpoint;
import com.pelcro.payments.simulator.microform.SigningKeys;
import com.pelcro.payments.simulator.microform.TransientTokens;
import com.pelcro.payments.simulator.payments.Books;
import com.pelcro.payments.simulator.payments.CapturesEndpoint;
import com.pelcro.payments.simulator.payments.PaymentFacts;
import com.pelcro.payments.simulator.payments.PaymentsEndpoint;
import com.pelcro.payments.simulator.payments.RefundsEndpoint;
import com.pelcro.payments.simulator.payments.ReversalsEndpoint;
import com.pelcro.payments.simulator.payments.VoidsEndpoint;
import com.pelcro.payments.simulator.scenario.Scenarios;
import com.pelcro.payments.simulator.tokens.CustomerInstrumentsEndpoint;
import com.pelcro.payments.simulator.tokens.CustomersEndpoint;
import com.pelcro.payments.simulator.tokens.IdentifiersEndpoint;
import com.pelcro.payments.simulator.tokens.InstrumentsEndpoint;
import com.pelcro.payments.simulator.tokens.Vault;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Everything the simulator knows, and the paths under which it can be asked.
final class Gateway implements AutoCloseable {

  private final Merchants merchants = new Merchants();
  private final Scenarios scenarios = new Scenarios();
  private final RequestLog log = new RequestLog();
  private final Settings settings = new Settings();
  private final Ledger ledger = new Ledger();
  private final Vault vault = new Vault();
  private final CapturedCards captured = new CapturedCards();
  private final Sessions sessions = new Sessions();
  private final SigningKeys keys = new SigningKeys();
  private final InstantSource clock;
  private final Exchanges exchanges;
  private final Router router;

  Gateway(Vertx vertx, InstantSource clock, @Nullable Certificate certificate) {
    this.clock = clock;
    this.router = Router.router(vertx);
    this.exchanges =
        new Exchanges(
            vertx,
            new SignatureCheck(merchants, clock),
            scenarios,
            log,
            clock,
            new PaymentFacts(ledger, vault, captured)::of);
    payments();
    tokens();
    cards();
    control();
    own("GET", "/simulator/certificate", pem(certificate));
    router.route().handler(exchanges.open(_ -> JsonReply.unknownPath()));
  }

  Router router() {
    return router;
  }

  private void payments() {
    var books = new Books(ledger, settings, clock);
    var reversals = new ReversalsEndpoint(books);
    var voids = new VoidsEndpoint(books);
    signed("POST", "/pts/v2/payments", new PaymentsEndpoint(books, vault, captured));
    signed("POST", "/pts/v2/payments/:id/captures", new CapturesEndpoint(books));
    signed("POST", "/pts/v2/payments/:id/refunds", new RefundsEndpoint(books, false));
    signed("POST", "/pts/v2/captures/:id/refunds", new RefundsEndpoint(books, true));
    signed("POST", "/pts/v2/payments/:id/reversals", reversals.byId());
    signed("POST", "/pts/v2/reversals", reversals.byTransactionId());
    signed("POST", "/pts/v2/payments/:id/voids", voids.byId(Kind.SALE, Kind.AUTHORIZATION));
    signed("POST", "/pts/v2/captures/:id/voids", voids.byId(Kind.CAPTURE));
    signed("POST", "/pts/v2/refunds/:id/voids", voids.byId(Kind.REFUND));
    signed("POST", "/pts/v2/voids", voids.byTransactionId());
  }

  private void tokens() {
    var customers = new CustomersEndpoint(vault);
    signed("POST", "/tms/v2/customers", customers.create());
    signed("GET", "/tms/v2/customers/:customer", customers.read());
    signed("PATCH", "/tms/v2/customers/:customer", customers.change());
    signed("DELETE", "/tms/v2/customers/:customer", customers.delete());
    var nested = new CustomerInstrumentsEndpoint(vault);
    var path = "/tms/v2/customers/:customer/payment-instruments";
    signed("POST", path, nested.create());
    signed("GET", path, nested.list());
    signed("GET", path + "/:instrument", nested.read());
    signed("PATCH", path + "/:instrument", nested.change());
    signed("DELETE", path + "/:instrument", nested.delete());
    var alone = new InstrumentsEndpoint(vault);
    signed("POST", "/tms/v1/paymentinstruments", alone.create());
    signed("GET", "/tms/v1/paymentinstruments/:instrument", alone.read());
    signed("PATCH", "/tms/v1/paymentinstruments/:instrument", alone.change());
    signed("DELETE", "/tms/v1/paymentinstruments/:instrument", alone.delete());
    var identifiers = new IdentifiersEndpoint(vault);
    signed("POST", "/tms/v1/instrumentidentifiers", identifiers.create());
    signed("GET", "/tms/v1/instrumentidentifiers/:identifier", identifiers.read());
    signed("PATCH", "/tms/v1/instrumentidentifiers/:identifier", identifiers.change());
    signed("DELETE", "/tms/v1/instrumentidentifiers/:identifier", identifiers.delete());
    signed(
        "GET",
        "/tms/v1/instrumentidentifiers/:identifier/paymentinstruments",
        identifiers.instruments());
  }

  private void cards() {
    var library = new BrowserLibrary();
    var tokens = new TransientTokens(sessions, captured, keys, clock);
    signed("POST", "/microform/v2/sessions", new SessionsEndpoint(sessions, keys, library, clock));
    open("GET", "/flex/v2/public-keys/:kid", new PublicKeysEndpoint(keys, sessions));
    open("POST", FormTokensEndpoint.PATH, new FormTokensEndpoint(tokens));
    open("GET", BrowserLibrary.PATH, library::answer);
    own("POST", "/simulator/cards", new CardsEndpoint(tokens, keys));
  }

  private void control() {
    var credentials = new MerchantsEndpoint(merchants);
    own("GET", "/simulator/merchants/default", credentials.standard());
    own("GET", "/simulator/merchants", credentials.list());
    own("POST", "/simulator/merchants", credentials.register());
    own("DELETE", "/simulator/merchants/keys/:key", credentials.forget());
    own("GET", "/simulator/ledger", new LedgerEndpoint(ledger));
    own("GET", "/simulator/requests", new RequestsEndpoint(log));
    own("POST", "/simulator/reviews/:id", new ReviewsEndpoint(ledger));
    var rules = new ScenariosEndpoint(scenarios);
    own("POST", "/simulator/scenarios", rules.add());
    own("GET", "/simulator/scenarios", rules.list());
    own("DELETE", "/simulator/scenarios", rules.clear());
    own("GET", "/simulator/scenarios/:id", rules.read());
    own("DELETE", "/simulator/scenarios/:id", rules.remove());
    var switches = new SettingsEndpoint(settings);
    own("GET", "/simulator/settings", switches.read());
    own("PUT", "/simulator/settings", switches.turn());
    own("POST", "/simulator/settle", _ -> settled());
    own("POST", "/simulator/reset", _ -> reset());
    own("GET", "/simulator/health", _ -> JsonReply.own(200, new JsonTree().put("status", "up")));
  }

  private Reply settled() {
    return JsonReply.own(200, new JsonTree().put("settled", ledger.settle()));
  }

  /// Forgets everything but the merchants' keys: a service that signs with them goes on unharmed.
  private Reply reset() {
    scenarios.clear();
    log.clear();
    settings.turn(Settings.Switches.STANDARD);
    ledger.clear();
    vault.clear();
    captured.clear();
    sessions.clear();
    return Reply.empty(204);
  }

  private static Endpoint pem(@Nullable Certificate certificate) {
    return _ ->
        certificate == null
            ? JsonReply.unknownPath()
            : Reply.text(200, "application/x-pem-file", certificate.pem());
  }

  private void signed(String method, String path, Endpoint endpoint) {
    router.route(path).method(HttpMethod.valueOf(method)).handler(exchanges.signed(endpoint));
  }

  private void open(String method, String path, Endpoint endpoint) {
    router.route(path).method(HttpMethod.valueOf(method)).handler(exchanges.open(endpoint));
  }

  private void own(String method, String path, Endpoint endpoint) {
    router.route(path).method(HttpMethod.valueOf(method)).handler(exchanges.own(endpoint));
  }

  @Override
  public void close() {
    exchanges.close();
  }
}
