package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.reconciliation.Reconciliation.Tally;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares the gateway's books with ours, account by account. Any number of comparisons may run
/// side by side: what they see is kept once.
public final class CompareLedgers {

  /// Of one site or of all; from when, by default three hours before the end; to when, by default
  /// five minutes ago.
  public record Request(@Nullable SiteId site, @Nullable Instant from, @Nullable Instant to) {}

  /// The newest entries are left to the next time.
  private static final Duration YOUNGEST = Duration.ofMinutes(5);

  private static final Duration USUAL = Duration.ofHours(3);
  private static final Duration LONGEST = Duration.ofDays(31);

  /// Nothing takes longer, but what was killed.
  private static final Duration LONGEST_RUN = Duration.ofHours(2);

  private final Sites sites;
  private final MerchantAccounts accounts;
  private final CompareAccount comparison;
  private final Reconciliations reconciliations;
  private final InstantSource clock;

  @Inject
  CompareLedgers(
      Sites sites,
      MerchantAccounts accounts,
      CompareAccount comparison,
      Reconciliations reconciliations,
      InstantSource clock) {
    this.sites = sites;
    this.accounts = accounts;
    this.comparison = comparison;
    this.reconciliations = reconciliations;
    this.clock = clock;
  }

  /// Compares the last hours of all sites.
  public Reconciliation compareRecent() {
    var to = clock.instant().minus(YOUNGEST);
    return compare(null, new Period(to.minus(USUAL), to));
  }

  /// Compares all of yesterday, of all sites.
  public Reconciliation compareYesterday() {
    var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    return compare(null, new Period(today.minus(1, ChronoUnit.DAYS), today));
  }

  public Result<Reconciliation> compare(Request request) {
    var site = request.site();
    if (site != null && sites.find(site).isEmpty()) {
      return new Refused<>(new NotFound("site"));
    }
    return period(request).map(period -> compare(site, period));
  }

  private Result<Period> period(Request request) {
    var now = clock.instant();
    var to = request.to() == null ? now.minus(YOUNGEST) : request.to();
    var from = request.from() == null ? to.minus(USUAL) : request.from();
    if (to.isAfter(now)) {
      return new Refused<>(invalid("/to", "lies in the future"));
    }
    if (!from.isBefore(to)) {
      return new Refused<>(invalid("/from", "comes before the end, " + to));
    }
    return Duration.between(from, to).compareTo(LONGEST) > 0
        ? new Refused<>(invalid("/from", "lies at most 31 days before the end"))
        : new Done<>(new Period(from, to));
  }

  private static Refusal invalid(String pointer, String detail) {
    return new InvalidFields(List.of(new FieldProblem(pointer, FieldProblem.Kind.INVALID, detail)));
  }

  private Reconciliation compare(@Nullable SiteId site, Period period) {
    var now = clock.instant();
    reconciliations.abandon(now.minus(LONGEST_RUN), "it was interrupted", now);
    var begun = Reconciliation.begun(site, period.from(), period.to(), now);
    reconciliations.add(begun);
    var finished = compared(begun, period);
    reconciliations.update(finished);
    return finished;
  }

  private Reconciliation compared(Reconciliation begun, Period period) {
    var tally = Tally.NONE;
    var problems = new ArrayList<String>();
    for (var account : accounts.of(begun.site())) {
      var outcome = comparison.compare(account, period);
      tally = tally.plus(outcome.tally());
      outcome.problem().ifPresent(problems::add);
    }
    return begun.finished(tally, problems, clock.instant());
  }
}
