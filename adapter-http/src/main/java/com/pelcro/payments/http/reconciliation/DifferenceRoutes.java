package com.pelcro.payments.http.reconciliation;

import static com.pelcro.payments.http.access.Access.OPERATOR;

import com.pelcro.payments.application.reconciliation.CloseDifference;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.application.reconciliation.FindDifference;
import com.pelcro.payments.application.reconciliation.ListDifferences;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/// In what the gateway's books and ours differ.
public final class DifferenceRoutes implements Routes {

  private static final String ALL = "/v1/differences";
  private static final String ONE = ALL + "/{difference}";

  private record ClosingJson(String note) {}

  private final ListDifferences list;
  private final FindDifference find;
  private final CloseDifference close;

  @Inject
  public DifferenceRoutes(ListDifferences list, FindDifference find, CloseDifference close) {
    this.list = list;
    this.find = find;
    this.close = close;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ALL, OPERATOR, this::list),
        Route.get(ONE, OPERATOR, this::show),
        Route.post(ONE + "/close", OPERATOR, this::close));
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(DifferenceId.PREFIX),
        window ->
            Reply.ok(
                Page.of(
                    list.list(filter(call), window),
                    DifferenceJson::of,
                    found -> found.id().value())));
  }

  private static Differences.Filter filter(Call call) {
    return new Differences.Filter(
        call.query("site").map(SiteId::new).orElse(null),
        call.query("status").map(name -> named(Difference.Status.class, name)).orElse(null),
        call.query("type").map(name -> named(DifferenceType.class, name)).orElse(null));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  private Reply show(Call call) {
    return Reply.to(find.find(id(call)), found -> Reply.ok(DifferenceJson.of(found)));
  }

  private Reply close(Call call) {
    return Reply.to(
        close.close(id(call), call.body(ClosingJson.class).note()),
        closed -> Reply.ok(DifferenceJson.of(closed)));
  }

  private static DifferenceId id(Call call) {
    return call.id("difference", DifferenceId::new);
  }
}
