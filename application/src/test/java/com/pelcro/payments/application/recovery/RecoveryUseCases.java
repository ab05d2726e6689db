package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.charge.ChargeUseCases;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.paymentmethod.PaymentMethodUseCases;
import com.pelcro.payments.application.refund.RefundUseCases;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import java.time.InstantSource;

/// The use cases of recovery, wired to work on any storage.
public record RecoveryUseCases(RecoverLostAnswers recover, ResolveCharge resolve) {

  private static final RecoverySchedule SCHEDULE = RecoverySchedule.USUAL;

  /// The exchanges that answers are handed to.
  public record Exchanges(
      ChargeUseCases charges, RefundUseCases refunds, PaymentMethodUseCases methods) {}

  private record Parts(
      Storage storage, Exchanges exchanges, Gateways gateways, InstantSource clock) {

    Journal journal() {
      return new Journal(storage.operations(), SCHEDULE, clock);
    }

    Findings findings() {
      return new Findings(storage.operations(), clock);
    }

    Alarm alarm() {
      return new Alarm(storage.transactions(), storage.charges(), storage.eventLog(), clock);
    }

    OrphanReturn orphans() {
      return new OrphanReturn(storage.transactions(), storage.operations(), journal(), alarm());
    }

    Adoption adoption() {
      return new Adoption(
          exchanges.charges().exchange(),
          exchanges.refunds().exchange(),
          exchanges.methods().exchange(),
          orphans());
    }

    LostOperations lost() {
      var subjects = new Subjects(storage.charges(), storage.refunds(), storage.paymentMethods());
      return new LostOperations(subjects, new Serving(storage.integrations()), gateways);
    }

    Recoveries recoveries() {
      return new Recoveries(
          new Search(findings(), adoption(), alarm(), SCHEDULE, clock),
          new ReviewWatch(storage.operations(), adoption(), alarm(), SCHEDULE, clock),
          releases(),
          new OrphanWatch(findings(), orphans(), lateUndo(), alarm(), SCHEDULE, clock),
          storage.operations());
    }

    private LateUndo lateUndo() {
      return new LateUndo(
          storage.transactions(),
          storage.charges(),
          storage.operations(),
          exchanges.charges().resolution(),
          exchanges.charges().exchange(),
          alarm(),
          SCHEDULE,
          clock);
    }

    private ReleaseWatch releases() {
      var again =
          new ReleaseAgain(
              storage.transactions(),
              storage.charges(),
              storage.operations(),
              journal(),
              exchanges.charges().exchange(),
              exchanges.refunds().exchange());
      return new ReleaseWatch(again, storage.operations(), alarm(), SCHEDULE, clock);
    }

    Dismissal dismissal() {
      return new Dismissal(
          storage.transactions(),
          storage.charges(),
          storage.operations(),
          exchanges.charges().resolution(),
          storage.eventLog(),
          clock);
    }
  }

  public static RecoveryUseCases on(
      Storage storage, Exchanges exchanges, Gateways gateways, InstantSource clock) {
    var parts = new Parts(storage, exchanges, gateways, clock);
    return new RecoveryUseCases(
        new RecoverLostAnswers(
            storage.operations(), parts.lost(), parts.recoveries(), parts.alarm(), SCHEDULE, clock),
        new ResolveCharge(
            storage.charges(),
            storage.operations(),
            parts.lost(),
            parts.adoption(),
            parts.dismissal()));
  }
}
