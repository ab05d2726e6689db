package com.pelcro.payments.simulator;

import com.pelcro.payments.simulator.control.LedgerEndpoint;
import com.pelcro.payments.simulator.control.MerchantsEndpoint;
import com.pelcro.payments.simulator.control.RequestsEndpoint;
import com.pelcro.payments.simulator.control.ReviewsEndpoint;
import com.pelcro.payments.simulator.control.ScenariosEndpoint;
import com.pelcro.payments.simulator.control.SettingsEndpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import com.pelcro.payments.simulator.microform.CardsEndpoint;
import org.jspecify.annotations.Nullable;

/// The simulator's own side.
final class ControlRoutes {

  private final Routes routes;
  private final World world;

  ControlRoutes(Routes routes, World world) {
    this.routes = routes;
    this.world = world;
  }

  void add(@Nullable Certificate certificate) {
    merchants();
    scenarios();
    money();
    routes
        .own("GET", "/simulator/certificate", _ -> pem(certificate))
        .own("GET", "/simulator/requests", new RequestsEndpoint(world.log))
        .own("POST", "/simulator/cards", new CardsEndpoint(world.tokens, world.keys))
        .own("POST", "/simulator/reset", _ -> reset());
  }

  private void merchants() {
    var merchants = new MerchantsEndpoint(world.merchants);
    routes
        .own("GET", "/simulator/merchants/default", merchants.standard())
        .own("GET", "/simulator/merchants", merchants.list())
        .own("POST", "/simulator/merchants", merchants.register())
        .own("DELETE", "/simulator/merchants/keys/:key", merchants.forget());
  }

  private void scenarios() {
    var scenarios = new ScenariosEndpoint(world.scenarios);
    var settings = new SettingsEndpoint(world.settings);
    routes
        .own("POST", "/simulator/scenarios", scenarios.add())
        .own("GET", "/simulator/scenarios", scenarios.list())
        .own("DELETE", "/simulator/scenarios", scenarios.clear())
        .own("GET", "/simulator/scenarios/:id", scenarios.read())
        .own("DELETE", "/simulator/scenarios/:id", scenarios.remove())
        .own("GET", "/simulator/settings", settings.read())
        .own("PUT", "/simulator/settings", settings.turn());
  }

  private void money() {
    routes
        .own("GET", "/simulator/ledger", new LedgerEndpoint(world.ledger))
        .own("POST", "/simulator/reviews/:id", new ReviewsEndpoint(world.ledger))
        .own("POST", "/simulator/settle", _ -> settled());
  }

  private Reply settled() {
    return JsonReply.own(200, new JsonTree().put("settled", world.ledger.settle()));
  }

  private Reply reset() {
    world.forget();
    return Reply.empty(204);
  }

  private static Reply pem(@Nullable Certificate certificate) {
    return certificate == null
        ? JsonReply.unknownPath()
        : Reply.text(200, "application/x-pem-file", certificate.pem());
  }
}
