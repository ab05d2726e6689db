package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.renewal.RenewalQueue;
import com.pelcro.payments.application.renewal.TestClocks;
import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/// Moves a sandbox site's subscriptions ahead in time; never a site's that takes real money.
public final class SetTestClock {

  private final Transactions transactions;
  private final Sites sites;
  private final Integrations integrations;
  private final TestClocks clocks;
  private final RenewalQueue queue;
  private final InstantSource clock;

  @Inject
  public SetTestClock(
      Transactions transactions,
      Sites sites,
      Integrations integrations,
      TestClocks clocks,
      RenewalQueue queue,
      InstantSource clock) {
    this.transactions = transactions;
    this.sites = sites;
    this.integrations = integrations;
    this.clocks = clocks;
    this.queue = queue;
    this.clock = clock;
  }

  /// Where a site's clock stands, where it goes, and whether all that was due by then is done.
  public record Standing(Instant now, Instant target, boolean isReady) {}

  /// The site's clock; without one it is now.
  public Result<Standing> find(SiteId site) {
    return sandbox(site).map(this::current).map(this::standing);
  }

  private Standing standing(TestClock at) {
    var site = at.site();
    var done = !queue.isProcessing(site) && queue.next(site, at.now()).isEmpty();
    return new Standing(at.now(), at.target(), at.isReady() && done);
  }

  private TestClock current(SiteId site) {
    return clocks.find(site).orElseGet(() -> everybodys(site));
  }

  private TestClock everybodys(SiteId site) {
    var now = clock.instant();
    return new TestClock(site, now, now);
  }

  /// Everything that falls due until then is done in order, and takes its time.
  public Result<Standing> advance(SiteId site, Instant to) {
    return transactions.inTransaction(
        () ->
            sandbox(site)
                .map(id -> clocks.lock(id).orElseGet(() -> everybodys(id)))
                .then(standing -> advanced(standing, to)));
  }

  private Result<Standing> advanced(TestClock standing, Instant to) {
    if (to.isAfter(StartSubscription.LATEST)) {
      return new Refused<>(StartSubscription.tooLate("/advance_to"));
    }
    if (to.isBefore(standing.target())) {
      return new Refused<>(
          new InvalidState("a test clock never goes backwards; it is at " + standing.target()));
    }
    var advancing = new TestClock(standing.site(), standing.now(), to);
    clocks.put(advancing);
    return new Done<>(new Standing(advancing.now(), advancing.target(), false));
  }

  /// Returns to everybody's time.
  public Result<SiteId> remove(SiteId site) {
    return transactions.inTransaction(() -> sandbox(site).then(this::unneeded).map(this::removed));
  }

  private Result<SiteId> unneeded(SiteId site) {
    var ahead = clocks.latestCreation(site).filter(clock.instant()::isBefore).isPresent();
    return ahead
        ? new Refused<>(
            new InvalidState("subscriptions were created or renewed ahead of the real time"))
        : new Done<>(site);
  }

  private SiteId removed(SiteId site) {
    clocks.remove(site);
    return site;
  }

  private Result<SiteId> sandbox(SiteId site) {
    return Result.found(sites.find(site), () -> new NotFound("site"))
        .then(
            _ ->
                integrations.of(site).stream()
                        .anyMatch(one -> one.environment() == Environment.LIVE)
                    ? new Refused<>(
                        new InvalidState(
                            "the site takes real money; test clocks are for sandboxes"))
                    : new Done<>(site));
  }
}
