package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/// Follows a payment that a person at the merchant reviews until it is accepted or rejected.
final class ReviewWatch {

  /// No issuer holds money longer for something that is not captured.
  private static final Duration HOLDS_LAST = Duration.ofDays(30);

  private static final int PACE = 10;

  private final Operations operations;
  private final Adoption adoption;
  private final Alarm alarm;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  ReviewWatch(
      Operations operations,
      Adoption adoption,
      Alarm alarm,
      RecoverySchedule schedule,
      InstantSource clock) {
    this.operations = operations;
    this.adoption = adoption;
    this.alarm = alarm;
    this.schedule = schedule;
    this.clock = clock;
  }

  /// A review that is not over leaves no step behind: there would be thousands.
  void look(Lost lost) {
    var heard = lost.payments().find(lost.lookup());
    switch (heard.answer()) {
      case Finding.Found(Review _),
          Finding.Found(NoAnswer _),
          Finding.NotFound _,
          Finding.Contradiction _,
          Finding.Unavailable _ ->
          later(lost);
      case Finding.Found(Rejection _) -> {
        later(lost);
        alarm.raise(lost.subject());
      }
      case Finding.Found(var outcome) ->
          adoption.adopt(lost, new Witnessed<>(outcome, heard.evidence()), Proof.FOUND);
    }
  }

  private void later(Lost lost) {
    var age = age(lost.operation());
    if (age.compareTo(HOLDS_LAST) > 0) {
      operations.lookAgain(lost.operation(), null);
      alarm.raise(lost.subject());
    } else {
      operations.lookAgain(lost.operation(), clock.instant().plus(pause(age)));
    }
  }

  /// The longer it takes, the longer it may take.
  private Duration pause(Duration age) {
    var longer = age.dividedBy(PACE);
    if (longer.compareTo(schedule.reviews()) < 0) {
      return schedule.reviews();
    }
    return longer.compareTo(schedule.afterwards()) > 0 ? schedule.afterwards() : longer;
  }

  private Duration age(Operation operation) {
    return Duration.between(operation.askedAt(), clock.instant());
  }
}
