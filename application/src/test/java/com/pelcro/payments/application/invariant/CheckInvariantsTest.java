package com.pelcro.payments.application.invariant;

import static com.pelcro.payments.application.invariant.Invariant.REFUNDS_WITHIN_CAPTURED;
import static com.pelcro.payments.application.invariant.Invariant.SITE_EVENTS_GAPLESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.TestSites;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckInvariantsTest {

  private final InMemoryStorage storage = InMemoryStorage.empty();
  private final ScriptedViolations violations = new ScriptedViolations();
  private final InMemoryInvariantChecks checks = new InMemoryInvariantChecks();
  private final CheckInvariants check =
      new CheckInvariants(storage.sites(), violations, checks, new SettableClock());

  private Site site() {
    var site = TestSites.daily();
    storage.sites().add(site);
    return site;
  }

  @Test
  void where_everything_holds_nothing_is_found_and_that_is_remembered() {
    var _ = site();
    var found = check.check();
    assertThat(found).isEqualTo(new InvariantCheck(SettableClock.START, found.violations()));
    assertThat(found.isClean()).isTrue();
    assertThat(checks.counts()).hasSize(Invariant.values().length).containsValue(0L);
    assertThat(checks.counts().values()).containsOnly(0L);
  }

  @Test
  void what_is_found_at_any_site_is_listed_and_counted() {
    var sites = Stream.generate(this::site).limit(150).toList();
    var first = new Violation(REFUNDS_WITHIN_CAPTURED, sites.getFirst().id(), "ch_1");
    var last = new Violation(SITE_EVENTS_GAPLESS, sites.getLast().id(), "7");
    violations.add(first);
    violations.add(last);
    var found = check.check();
    assertThat(found.violations()).containsExactlyInAnyOrder(first, last);
    assertThat(found.isClean()).isFalse();
    assertThat(checks.counts())
        .containsEntry(REFUNDS_WITHIN_CAPTURED, 1L)
        .containsEntry(SITE_EVENTS_GAPLESS, 1L);
  }

  @Test
  void no_more_are_listed_than_anybody_reads() {
    for (var site : Stream.generate(this::site).limit(3).toList()) {
      for (int number = 0; number < 40; number++) {
        violations.add(new Violation(SITE_EVENTS_GAPLESS, site.id(), Integer.toString(number)));
      }
    }
    assertThat(check.check().count(SITE_EVENTS_GAPLESS)).isEqualTo(CheckInvariants.MOST);
  }
}
