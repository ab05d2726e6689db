package com.pelcro.payments.application.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.reconciliation.Reconciliation.Status;
import com.pelcro.payments.domain.reconciliation.Reconciliation.Tally;
import com.pelcro.payments.domain.reconciliation.ReconciliationId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Reconciliations] keeps to.
public abstract class ReconciliationsContract {

  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant BEGUN = Instant.parse("2026-03-02T02:00:00.123Z");
  private static final Instant ENDED = Instant.parse("2026-03-02T02:01:00.456Z");

  protected abstract Storage storage();

  private Reconciliations all() {
    return storage().reconciliations();
  }

  @Test
  void one_is_kept_from_its_beginning_to_its_end() {
    var running = added(null);
    assertThat(all().find(running.id())).contains(running);
    assertThat(running.status()).isEqualTo(Status.RUNNING);
    var tally = new Tally(1, 2, 3, 4, 5);
    var complete = running.finished(tally, List.of(), ENDED);
    all().update(complete);
    assertThat(all().find(running.id())).contains(complete);
    assertThat(complete.status()).isEqualTo(Status.COMPLETE);
    var incomplete = running.finished(tally, List.of("one", "two"), ENDED);
    all().update(incomplete);
    assertThat(all().find(running.id())).contains(incomplete);
    assertThat(incomplete.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(all().find(ReconciliationId.next())).isEmpty();
  }

  @Test
  void one_may_be_of_a_single_site() {
    var running = added(Scene.in(storage()).id());
    assertThat(all().find(running.id())).contains(running);
  }

  @Test
  void what_was_never_finished_is_given_up() {
    var lost = added(null);
    var finished = added(null).finished(Tally.NONE, List.of(), ENDED);
    all().update(finished);
    all().abandon(BEGUN, "it was interrupted", ENDED);
    assertThat(all().find(lost.id())).contains(lost);
    all().abandon(BEGUN.plusMillis(1), "it was interrupted", ENDED);
    assertThat(all().find(lost.id()))
        .contains(lost.finished(Tally.NONE, List.of("it was interrupted"), ENDED));
    assertThat(all().find(finished.id())).contains(finished);
  }

  @Test
  void they_are_listed_newest_first() {
    var first = added(null);
    var second = added(null);
    assertThat(all().list(new Window(2, null)).rows()).containsExactly(second, first);
    assertThat(all().list(new Window(1, second.id().value())).rows()).containsExactly(first);
  }

  private Reconciliation added(@Nullable SiteId site) {
    var begun = Reconciliation.begun(site, FROM, TO, BEGUN);
    all().add(begun);
    return begun;
  }
}
