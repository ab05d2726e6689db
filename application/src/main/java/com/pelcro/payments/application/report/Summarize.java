package com.pelcro.payments.application.report;

import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.renewal.SiteTime;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what a site did in a period, by the days of the site's time zone.
public final class Summarize {

  /// The most days a period may touch.
  public static final int MOST_DAYS = 400;

  /// How far ahead is looked at what falls due.
  public static final int DAYS_AHEAD = 30;

  /// One end of the period: a time, or a day of the site's, all of which belongs to the period.
  public sealed interface End {
    record At(Instant time) implements End {}

    record Day(LocalDate date) implements End {}
  }

  /// Without its ends the period is the 30 days until the end of today.
  public record Request(SiteId site, @Nullable End from, @Nullable End to) {}

  private final Sites sites;
  private final SiteTime time;
  private final Reports reports;

  @Inject
  public Summarize(Sites sites, SiteTime time, Reports reports) {
    this.sites = sites;
    this.time = time;
    this.reports = reports;
  }

  public Result<Summary> summarize(Request request) {
    return Result.found(sites.find(request.site()), () -> new NotFound("site"))
        .then(site -> period(request, site))
        .map(period -> summary(request.site(), period));
  }

  private Result<ReportPeriod> period(Request request, Site site) {
    var zone = site.timeZone();
    var today = time.now(site.id()).atZone(zone).toLocalDate();
    var to = end(request.to() == null ? new End.Day(today) : request.to(), zone);
    var from = request.from() == null ? before(to, zone) : start(request.from(), zone);
    if (!from.isBefore(to)) {
      return refused("must be later than from");
    }
    var period = new ReportPeriod(from, to, zone);
    return ChronoUnit.DAYS.between(period.day(from), period.day(to.minusNanos(1))) >= MOST_DAYS
        ? refused("must be at most " + MOST_DAYS + " days after from")
        : new Done<>(period);
  }

  private static Instant before(Instant end, ZoneId zone) {
    var last = end.minusNanos(1).atZone(zone).toLocalDate();
    return last.minusDays(DAYS_AHEAD - 1L).atStartOfDay(zone).toInstant();
  }

  private static Instant start(End from, ZoneId zone) {
    return switch (from) {
      case End.At(var at) -> at;
      case End.Day(var date) -> date.atStartOfDay(zone).toInstant();
    };
  }

  private static Instant end(End to, ZoneId zone) {
    return switch (to) {
      case End.At(var at) -> at;
      case End.Day(var date) -> date.plusDays(1).atStartOfDay(zone).toInstant();
    };
  }

  private static Result<ReportPeriod> refused(String why) {
    return new Refused<>(
        new InvalidFields(List.of(new FieldProblem("/query/to", Kind.INVALID, why))));
  }

  private Summary summary(SiteId site, ReportPeriod period) {
    return new Summary(
        period,
        reports.charges(site, period),
        reports.declines(site, period),
        reports.refunds(site, period),
        reports.renewals(site, period),
        reports.due(site, ahead(time.now(site), period.zone())));
  }

  /// Today and the days after it.
  private static ReportPeriod ahead(Instant now, ZoneId zone) {
    var today = now.atZone(zone).toLocalDate();
    return new ReportPeriod(
        today.atStartOfDay(zone).toInstant(),
        today.plusDays(DAYS_AHEAD).atStartOfDay(zone).toInstant(),
        zone);
  }
}
