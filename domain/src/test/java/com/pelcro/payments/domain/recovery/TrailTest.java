package com.pelcro.payments.domain.recovery;

import static com.pelcro.payments.domain.recovery.Trial.Result.EMPTY;
import static com.pelcro.payments.domain.recovery.Trial.Result.NOTHING_TO_UNDO;
import static com.pelcro.payments.domain.recovery.Trial.Result.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.operation.OperationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrailTest {

  private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");
  private static final RecoverySchedule SCHEDULE = RecoverySchedule.USUAL;

  private static Trial trial(Trial.Result result, long seconds) {
    return new Trial(result, ASKED.plusSeconds(seconds));
  }

  private static Trail trail(OperationKind kind, Trial... trials) {
    return new Trail(kind, ASKED, List.of(trials));
  }

  private static NextStep next(Trail trail) {
    return trail.next(SCHEDULE, trail.trials().getLast().at());
  }

  @Test
  void the_waits_are_those_a_customer_and_a_gateway_can_bear() {
    var trail = new Trail(OperationKind.CHARGE, ASKED, List.of());
    var now = ASKED;
    var waits = new ArrayList<Duration>();
    for (var look = 0; look < 4; look++) {
      trail = trail.with(new Trial(UNDECIDED, now));
      waits.add(Duration.between(now, ((NextStep.Wait) trail.next(SCHEDULE, now)).until()));
      now = now.plus(waits.getLast());
    }
    assertThat(SCHEDULE.wait(0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(waits)
        .containsExactly(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource
  void time_alone_decides_nothing(OperationKind kind) {
    var silent = trail(kind, trial(UNDECIDED, 15), trial(UNDECIDED, 86_400 * 365));
    assertThat(next(silent)).isInstanceOf(NextStep.Wait.class);
  }

  @Test
  void nothing_is_annulled_before_its_time_or_without_a_fresh_look() {
    assertThat(next(trail(OperationKind.CHARGE, trial(EMPTY, 599))))
        .isInstanceOf(NextStep.Wait.class);
    assertThat(next(trail(OperationKind.CHARGE, trial(EMPTY, 600))))
        .isInstanceOf(NextStep.Annul.class);
    assertThat(next(trail(OperationKind.CHARGE, trial(EMPTY, 15), trial(UNDECIDED, 700))))
        .isInstanceOf(NextStep.Wait.class);
  }

  @Test
  void absent_is_what_could_not_be_undone_and_was_not_found_before_and_after() {
    var before = trail(OperationKind.REFUND, trial(EMPTY, 600), trial(NOTHING_TO_UNDO, 601));
    assertThat(next(before))
        .isEqualTo(new NextStep.Wait(ASKED.plusSeconds(601).plus(SCHEDULE.indexLag())));
    assertThat(next(before.with(trial(EMPTY, 660)))).isInstanceOf(NextStep.Wait.class);
    assertThat(next(before.with(trial(EMPTY, 661)))).isInstanceOf(NextStep.Absent.class);
    assertThat(next(before.with(trial(UNDECIDED, 700)))).isInstanceOf(NextStep.Wait.class);
  }

  @Test
  void one_empty_look_is_never_enough() {
    assertThat(next(trail(OperationKind.CHARGE, trial(NOTHING_TO_UNDO, 600), trial(EMPTY, 4_000))))
        .isInstanceOf(NextStep.Wait.class);
    assertThat(next(trail(OperationKind.VOID, trial(EMPTY, 4_000))))
        .isInstanceOf(NextStep.Wait.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"VOID", "RELEASE"})
  void what_undoes_is_absent_when_two_late_looks_find_nothing(OperationKind kind) {
    assertThat(next(trail(kind, trial(EMPTY, 600), trial(EMPTY, 659))))
        .isInstanceOf(NextStep.Wait.class);
    assertThat(next(trail(kind, trial(EMPTY, 600), trial(EMPTY, 660))))
        .isInstanceOf(NextStep.Absent.class);
  }

  @Test
  void after_a_day_a_person_is_called_and_looks_come_by_the_hour() {
    var trail = trail(OperationKind.CHARGE, trial(UNDECIDED, 86_400));
    assertThat(trail.needsAttention(SCHEDULE, ASKED.plusSeconds(86_399))).isFalse();
    assertThat(trail.needsAttention(SCHEDULE, ASKED.plusSeconds(86_400))).isTrue();
    assertThat(next(trail)).isEqualTo(new NextStep.Wait(ASKED.plusSeconds(90_000)));
  }
}
