package com.pelcro.payments.application.invariant;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.site.Site;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks every invariant at every site, and remembers what it found. It changes nothing else.
public final class CheckInvariants {

  /// One violation is enough to look for its cause; so many of each are listed.
  public static final int MOST = 100;

  private final Sites sites;
  private final Violations violations;
  private final InvariantChecks checks;
  private final InstantSource clock;

  @Inject
  public CheckInvariants(
      Sites sites, Violations violations, InvariantChecks checks, InstantSource clock) {
    this.sites = sites;
    this.violations = violations;
    this.checks = checks;
    this.clock = clock;
  }

  public InvariantCheck check() {
    var found = new ArrayList<Violation>();
    @Nullable String after = null;
    Slice<Site> slice;
    do {
      slice = sites.list(new Window(Window.MOST, after));
      slice.rows().forEach(site -> check(site, found));
      after = slice.rows().isEmpty() ? null : slice.rows().getLast().id().value();
    } while (slice.more() == Slice.More.YES);
    var check = new InvariantCheck(clock.instant(), found);
    checks.put(check);
    return check;
  }

  private void check(Site site, List<Violation> found) {
    for (var invariant : Invariant.values()) {
      var known = found.stream().filter(one -> one.invariant() == invariant).count();
      var room = MOST - Math.toIntExact(known);
      if (room > 0) {
        found.addAll(violations.find(site.id(), invariant, room));
      }
    }
  }
}
