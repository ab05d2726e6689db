package com.pelcro.payments.simulator;

import com.pelcro.payments.simulator.microform.BrowserLibrary;
import com.pelcro.payments.simulator.microform.FlexKeysEndpoint;
import com.pelcro.payments.simulator.microform.FlexTokensEndpoint;
import com.pelcro.payments.simulator.microform.FormTokensEndpoint;
import com.pelcro.payments.simulator.microform.FramesEndpoint;
import com.pelcro.payments.simulator.microform.PaymentDetailsEndpoint;
import com.pelcro.payments.simulator.microform.Preflight;
import com.pelcro.payments.simulator.microform.PublicKeysEndpoint;
import com.pelcro.payments.simulator.microform.SessionsEndpoint;
import com.pelcro.payments.simulator.payments.Books;
import com.pelcro.payments.simulator.payments.CapturesEndpoint;
import com.pelcro.payments.simulator.payments.PaymentsEndpoint;
import com.pelcro.payments.simulator.payments.RefundsEndpoint;
import com.pelcro.payments.simulator.payments.ReversalsEndpoint;
import com.pelcro.payments.simulator.payments.VoidsEndpoint;
import com.pelcro.payments.simulator.search.SearchEndpoint;
import com.pelcro.payments.simulator.tokens.CustomerInstrumentsEndpoint;
import com.pelcro.payments.simulator.tokens.CustomersEndpoint;
import com.pelcro.payments.simulator.tokens.IdentifiersEndpoint;
import com.pelcro.payments.simulator.tokens.InstrumentsEndpoint;
import com.pelcro.payments.simulator.tokens.TokenizeEndpoint;

/// The gateway's own endpoints.
final class GatewayRoutes {

  private final Routes routes;
  private final World world;

  GatewayRoutes(Routes routes, World world) {
    this.routes = routes;
    this.world = world;
  }

  void add() {
    payments();
    customers();
    instruments();
    forms();
    flex();
    searches();
  }

  private void payments() {
    var books = new Books(world.ledger, world.settings, world.clock);
    var payments = new PaymentsEndpoint(books, world.vault, world.captured);
    world.alsoForget(payments::clear);
    var reversals = new ReversalsEndpoint(books);
    var voids = new VoidsEndpoint(books);
    routes
        .signed("POST", "/pts/v2/payments", payments)
        .signed("POST", "/pts/v2/payments/:id/captures", new CapturesEndpoint(books))
        .signed("POST", "/pts/v2/payments/:id/refunds", new RefundsEndpoint(books, false))
        .signed("POST", "/pts/v2/captures/:id/refunds", new RefundsEndpoint(books, true))
        .signed("POST", "/pts/v2/payments/:id/reversals", reversals.byId())
        .signed("POST", "/pts/v2/reversals", reversals.byTransactionId())
        .signed("POST", "/pts/v2/payments/:id/voids", voids.byId(Kind.SALE, Kind.AUTHORIZATION))
        .signed("POST", "/pts/v2/captures/:id/voids", voids.byId(Kind.CAPTURE))
        .signed("POST", "/pts/v2/refunds/:id/voids", voids.byId(Kind.REFUND))
        .signed("POST", "/pts/v2/voids", voids.byTransactionId());
  }

  private void customers() {
    var customers = new CustomersEndpoint(world.vault);
    var instruments = new CustomerInstrumentsEndpoint(world.vault);
    var customer = "/tms/v2/customers/:customer";
    var instrument = customer + "/payment-instruments/:instrument";
    routes
        .signed("POST", "/tms/v2/customers", customers.create())
        .signed("GET", customer, customers.read())
        .signed("PATCH", customer, customers.change())
        .signed("DELETE", customer, customers.delete())
        .signed("POST", customer + "/payment-instruments", instruments.create())
        .signed("GET", customer + "/payment-instruments", instruments.list())
        .signed("GET", instrument, instruments.read())
        .signed("PATCH", instrument, instruments.change())
        .signed("DELETE", instrument, instruments.delete());
  }

  private void instruments() {
    var instruments = new InstrumentsEndpoint(world.vault);
    var identifiers = new IdentifiersEndpoint(world.vault);
    var instrument = "/tms/v1/paymentinstruments/:instrument";
    var identifier = "/tms/v1/instrumentidentifiers/:identifier";
    routes
        .signed("POST", "/tms/v1/paymentinstruments", instruments.create())
        .signed("GET", instrument, instruments.read())
        .signed("PATCH", instrument, instruments.change())
        .signed("DELETE", instrument, instruments.delete())
        .signed("POST", "/tms/v1/instrumentidentifiers", identifiers.create())
        .signed("GET", identifier, identifiers.read())
        .signed("PATCH", identifier, identifiers.change())
        .signed("DELETE", identifier, identifiers.delete())
        .signed("GET", identifier + "/paymentinstruments", identifiers.instruments())
        .signed(
            "POST",
            "/tms/v2/tokenize",
            new TokenizeEndpoint(world.vault, world.captured, world.clock));
  }

  private void forms() {
    var library = new BrowserLibrary();
    var frames = new FramesEndpoint(world.tokens);
    var open = new SessionsEndpoint(world.sessions, world.keys, library, world.clock);
    routes
        .signed("POST", "/microform/v2/sessions", open)
        .open("GET", BrowserLibrary.PATH, library::answer)
        .open("GET", "/microform/frames/:session", frames::page)
        .open("GET", FramesEndpoint.SCRIPT, frames::script)
        .open("POST", FormTokensEndpoint.PATH, new FormTokensEndpoint(world.tokens))
        .open(
            "GET", "/flex/v2/public-keys/:kid", new PublicKeysEndpoint(world.keys, world.sessions))
        .signed("GET", "/flex/v2/payment-details/:jti", new PaymentDetailsEndpoint(world.captured));
  }

  private void flex() {
    var keys = new FlexKeysEndpoint(world.keys, world.clock);
    world.alsoForget(keys::clear);
    routes
        .signed("POST", "/flex/v1/keys", keys)
        .open("POST", "/flex/v1/tokens", new FlexTokensEndpoint(keys, world.vault, world.clock))
        .open("OPTIONS", "/flex/v1/tokens", new Preflight());
  }

  private void searches() {
    var searches = new SearchEndpoint(world.ledger, world.settings, world.clock);
    world.alsoForget(searches::clear);
    routes
        .signed("POST", "/tss/v2/searches", searches.search())
        .signed("GET", "/tss/v2/searches/:id", searches.again())
        .signed("GET", "/tss/v2/transactions/:id", searches.details());
  }
}
