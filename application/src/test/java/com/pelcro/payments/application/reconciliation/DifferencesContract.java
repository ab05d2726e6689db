package com.pelcro.payments.application.reconciliation;

import static com.pelcro.payments.application.reconciliation.TestDifferences.AT;
import static com.pelcro.payments.application.reconciliation.TestDifferences.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.reconciliation.Differences.Filter;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.TestOperations;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.Difference.Status;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Differences] keeps to.
public abstract class DifferencesContract {

  protected abstract Storage storage();

  private Differences differences() {
    return storage().differences();
  }

  @Test
  void every_kind_is_kept_as_it_is() {
    var scene = Scene.in(storage());
    var operation = asked(scene);
    assertThat(
            List.of(
                foreign(scene),
                TestDifferences.about(operation),
                TestDifferences.missing(operation)))
        .allSatisfy(
            difference -> {
              differences().add(difference);
              assertThat(differences().find(difference.id())).contains(difference);
            });
    assertThat(differences().find(DifferenceId.next())).isEmpty();
  }

  @Test
  void one_is_known_by_what_it_is_about() {
    var scene = Scene.in(storage());
    var known = added(TestDifferences.about(asked(scene)));
    var again = TestDifferences.about(asked(scene));
    assertThat(known(known)).isEqualTo(known);
    assertThat(known(again)).isNull();
    assertThatThrownBy(() -> differences().add(known)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_others_did_is_known_whatever_site_it_is_told_to() {
    var scene = Scene.in(storage());
    var known = added(foreign(scene));
    var elsewhere = TestDifferences.foreign(Scene.in(storage()).id(), known.matter().name());
    assertThat(known(elsewhere)).isEqualTo(known);
    assertThatThrownBy(() -> differences().add(elsewhere)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void it_is_changed_under_its_lock_alone() {
    var scene = Scene.in(storage());
    var open = added(foreign(scene));
    assertThatIllegalStateException().isThrownBy(() -> differences().lock(open.id()));
    var closed = open.closed("a shop of our own", SEEN.plusSeconds(60));
    change(open, closed);
    assertThat(differences().find(open.id())).contains(closed);
    change(closed, closed.seenAgain(open));
    assertThat(differences().find(open.id()).orElseThrow().status()).isEqualTo(Status.CLOSED);
    var stray = foreign(scene);
    assertThatThrownBy(() -> storage().run(() -> differences().update(stray)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void many_who_see_it_at_once_keep_it_once() {
    var scene = Scene.in(storage());
    var number = DifferenceId.next().value();
    var seen =
        Together.run(
            8,
            _ ->
                storage()
                    .commit(
                        () -> {
                          var found = TestDifferences.foreign(scene.id(), number);
                          return lock(found).orElseGet(() -> added(found)).id();
                        }));
    assertThat(seen).hasSize(8).containsOnly(seen.getFirst());
  }

  @Test
  void the_open_ones_of_a_period_are_those_of_what_happened_in_it() {
    var scene = Scene.in(storage());
    var open = added(foreign(scene));
    var resolved = added(foreign(scene));
    change(resolved, resolved.resolved());
    assertThat(open(scene, new Period(AT, AT.plusMillis(1)))).containsExactly(open);
    assertThat(open(scene, new Period(AT.minusSeconds(1), AT))).isEmpty();
    assertThat(open(scene, new Period(AT.plusMillis(1), AT.plusSeconds(1)))).isEmpty();
    assertThat(open(Scene.in(storage()), new Period(AT, AT.plusMillis(1)))).isEmpty();
  }

  @Test
  void they_are_listed_newest_first_and_by_what_is_wanted() {
    var scene = Scene.in(storage());
    var first = added(foreign(scene));
    var second = added(TestDifferences.missing(asked(scene)));
    var third = added(foreign(scene));
    change(third, third.resolved());
    assertThat(list(scene.id(), null, null)).containsExactly(third.id(), second.id(), first.id());
    assertThat(list(scene.id(), Status.OPEN, null)).containsExactly(second.id(), first.id());
    assertThat(list(scene.id(), Status.OPEN, DifferenceType.MISSING_HERE))
        .containsExactly(first.id());
    assertThat(list(null, Status.OPEN, null)).contains(second.id(), first.id());
    var filter = new Filter(scene.id(), null, null);
    var page = differences().list(filter, new Window(2, null));
    assertThat(page.rows()).extracting(Difference::id).containsExactly(third.id(), second.id());
    assertThat(differences().list(filter, new Window(2, second.id().value())).rows())
        .extracting(Difference::id)
        .containsExactly(first.id());
  }

  private List<DifferenceId> list(
      @Nullable SiteId site, @Nullable Status status, @Nullable DifferenceType type) {
    return differences().list(new Filter(site, status, type), new Window(100, null)).rows().stream()
        .map(Difference::id)
        .toList();
  }

  private List<Difference> open(Scene scene, Period period) {
    return differences().open(scene.id(), TestIntegrations.CYBERSOURCE, period);
  }

  private Operation asked(Scene scene) {
    var operation = TestOperations.of(scene.pending());
    storage().operations().add(operation, SEEN);
    return operation;
  }

  private static Difference foreign(Scene scene) {
    return TestDifferences.foreign(scene.id(), DifferenceId.next().value());
  }

  private Difference added(Difference difference) {
    differences().add(difference);
    return difference;
  }

  private @Nullable Difference known(Difference like) {
    return storage().commit(() -> lock(like)).orElse(null);
  }

  private Optional<Difference> lock(Difference like) {
    return differences().lock(like.gateway(), like.type(), like.matter());
  }

  private void change(Difference from, Difference to) {
    storage()
        .run(
            () -> {
              assertThat(differences().lock(from.id())).contains(from);
              differences().update(to);
            });
  }
}
