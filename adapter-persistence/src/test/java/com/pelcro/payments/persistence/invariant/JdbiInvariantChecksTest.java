package com.pelcro.payments.persistence.invariant;

import static com.pelcro.payments.application.invariant.Invariant.REFUNDS_WITHIN_CAPTURED;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.InvariantCheck;
import com.pelcro.payments.application.invariant.Violation;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiInvariantChecksTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant AT = Instant.parse("2026-03-01T03:30:00Z");

  @Test
  void the_last_check_is_what_is_known() {
    var checks = new JdbiInvariantChecks(DATABASE.database());
    assertThat(checks.counts()).isEmpty();
    var broken = new Violation(REFUNDS_WITHIN_CAPTURED, SiteId.next(), "ch_1");
    checks.put(new InvariantCheck(AT, List.of(broken, broken)));
    assertThat(checks.counts())
        .hasSize(Invariant.values().length)
        .containsEntry(REFUNDS_WITHIN_CAPTURED, 2L)
        .containsEntry(Invariant.SITE_EVENTS_GAPLESS, 0L);
    checks.put(new InvariantCheck(AT.minusSeconds(1), List.of()));
    assertThat(checks.counts()).containsEntry(REFUNDS_WITHIN_CAPTURED, 2L);
    checks.put(new InvariantCheck(AT.plusSeconds(1), List.of()));
    assertThat(checks.counts()).containsEntry(REFUNDS_WITHIN_CAPTURED, 0L);
  }
}
