package com.pelcro.payments.http.report;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.report.RefundFilter;
import com.pelcro.payments.application.report.RenewalFilter;
import com.pelcro.payments.application.report.RenewalStatus;
import com.pelcro.payments.application.report.Summarize;
import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.http.charge.ChargeRoutes;
import com.pelcro.payments.http.json.Days;
import com.pelcro.payments.http.json.Times;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reports: what happened in a while, counted, and whole lists to take away.
public final class ReportRoutes implements Routes {

  private final Summarize summarize;
  private final Downloads downloads;

  @Inject
  public ReportRoutes(Summarize summarize, Downloads downloads) {
    this.summarize = summarize;
    this.downloads = downloads;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/v1/sites/{site}/reports/summary", SITE, this::summary),
        Route.waiting("/v1/sites/{site}/charges.csv", SITE, this::charges),
        Route.waiting("/v1/sites/{site}/refunds.csv", SITE, this::refunds),
        Route.waiting("/v1/sites/{site}/renewals.csv", SITE, this::renewals));
  }

  private Reply summary(Call call) {
    var request =
        new Summarize.Request(
            call.site(),
            call.query("from").flatMap(Days::read).orElse(null),
            call.query("to").flatMap(Days::read).orElse(null));
    return Reply.to(summarize.summarize(request), summary -> Reply.ok(SummaryJson.of(summary)));
  }

  private Reply charges(Call call) {
    return downloads.charges(call.site(), ChargeRoutes.filter(call));
  }

  private Reply refunds(Call call) {
    var filter =
        new RefundFilter(
            call.query("charge").map(ChargeId::new).orElse(null),
            call.query("status").map(name -> RefundStatus.valueOf(upper(name))).orElse(null),
            time(call, "created_after"),
            time(call, "created_before"));
    return downloads.refunds(call.site(), filter);
  }

  private Reply renewals(Call call) {
    var filter =
        new RenewalFilter(
            call.query("subscription").map(SubscriptionId::new).orElse(null),
            call.query("status").map(name -> RenewalStatus.valueOf(upper(name))).orElse(null),
            time(call, "starts_after"),
            time(call, "starts_before"));
    return downloads.renewals(call.site(), filter);
  }

  private static @Nullable Instant time(Call call, String name) {
    return call.query(name).flatMap(Times::read).orElse(null);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
