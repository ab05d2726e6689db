package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/// A site's test clock where there is one, else the time of day.
public final class ClockedSiteTime implements SiteTime {

  private final TestClocks clocks;
  private final InstantSource clock;

  @Inject
  public ClockedSiteTime(TestClocks clocks, InstantSource clock) {
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public Instant now(SiteId site) {
    return clocks.find(site).map(TestClock::now).orElseGet(clock::instant);
  }
}
