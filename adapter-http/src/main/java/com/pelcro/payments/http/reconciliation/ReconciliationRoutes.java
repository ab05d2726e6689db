package com.pelcro.payments.http.reconciliation;

import static com.pelcro.payments.http.access.Access.OPERATOR;

import com.pelcro.payments.application.reconciliation.CompareLedgers;
import com.pelcro.payments.application.reconciliation.FindReconciliation;
import com.pelcro.payments.application.reconciliation.ListReconciliations;
import com.pelcro.payments.domain.reconciliation.ReconciliationId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.json.Times;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comparisons of the gateway's books with ours.
public final class ReconciliationRoutes implements Routes {

  private static final String ALL = "/v1/reconciliations";

  private record NewReconciliationJson(
      @Nullable String from, @Nullable String to, @Nullable String site) {

    CompareLedgers.Request request() {
      return new CompareLedgers.Request(
          site == null ? null : new SiteId(site), time(from), time(to));
    }

    private static @Nullable Instant time(@Nullable String text) {
      return text == null ? null : Times.read(text).orElseThrow();
    }
  }

  private final CompareLedgers compare;
  private final FindReconciliation find;
  private final ListReconciliations list;

  @Inject
  public ReconciliationRoutes(
      CompareLedgers compare, FindReconciliation find, ListReconciliations list) {
    this.compare = compare;
    this.find = find;
    this.list = list;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ALL, OPERATOR, this::compare),
        Route.get(ALL, OPERATOR, this::list),
        Route.get(ALL + "/{reconciliation}", OPERATOR, this::show));
  }

  private Reply compare(Call call) {
    return Reply.to(
        compare.compare(call.body(NewReconciliationJson.class).request()),
        compared -> Reply.json(201, ReconciliationJson.of(compared)));
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(ReconciliationId.PREFIX),
        window ->
            Reply.ok(
                Page.of(list.list(window), ReconciliationJson::of, found -> found.id().value())));
  }

  private Reply show(Call call) {
    return Reply.to(
        find.find(call.id("reconciliation", ReconciliationId::new)),
        found -> Reply.ok(ReconciliationJson.of(found)));
  }
}
