package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The test clocks of sites. The renewals of a site that has one fall due by that clock alone.
public interface TestClocks {

  /// Where a clock stands, and where it is to be.
  record TestClock(SiteId site, Instant now, Instant target) {
    public boolean isReady() {
      return now.equals(target);
    }
  }

  Optional<TestClock> find(SiteId site);

  /// The clock, locked until the transaction ends.
  Optional<TestClock> lock(SiteId site);

  /// Stores a clock, new or changed.
  void put(TestClock clock);

  void remove(SiteId site);

  /// Claims clocks that are not ready, or by which something is due: nobody else is given them
  /// before `until`. In a transaction of its own.
  List<TestClock> claim(Instant now, Instant until, int most);

  /// Lets go of a claim, so that it can be claimed again at once.
  void release(SiteId site);

  /// When the latest subscription of the site was created or began, by its clock.
  Optional<Instant> latestCreation(SiteId site);
}
