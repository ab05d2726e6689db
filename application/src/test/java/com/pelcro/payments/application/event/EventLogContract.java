package com.pelcro.payments.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.reconciliation.TestDifferences;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.event.PaymentEvent;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerAdded;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerChanged;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerRemoved;
import com.pelcro.payments.domain.event.PaymentEvent.IntegrationUpdated;
import com.pelcro.payments.domain.event.PaymentEvent.LedgersDiffer;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodDetached;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodSaved;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodUpdated;
import com.pelcro.payments.domain.event.PaymentEvent.RefundMoved;
import com.pelcro.payments.domain.refund.TestRefunds;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every [EventLog] keeps to, over [PlainSnapshots] and a [SettableClock] nobody has set.
public abstract class EventLogContract {

  protected abstract Storage storage();

  private EventLog log() {
    return storage().eventLog();
  }

  @Test
  void an_event_holds_its_object_as_it_was_drawn() {
    var scene = Scene.in(storage());
    var charge = scene.pending();
    log().append(new ChargeMoved(charge));
    assertThat(storage().recorded(scene.id()))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.site()).isEqualTo(scene.id());
              assertThat(event.sequence()).isEqualTo(1);
              assertThat(event.type()).isEqualTo("charge.pending");
              assertThat(event.objectType()).isEqualTo("charge");
              assertThat(event.objectId()).isEqualTo(charge.id().value());
              assertThat(event.objectSequence()).isEqualTo(1);
              assertThat(event.createdAt()).isEqualTo(SettableClock.START);
              assertThat(event.json()).isEqualTo("{\"id\":\"" + charge.id() + "\"}");
            });
  }

  @Test
  void every_event_can_be_told() {
    var scene = Scene.in(storage());
    var all = everything(scene);
    all.forEach(log()::append);
    assertThat(storage().recorded(scene.id()))
        .extracting(RecordedEvent::type)
        .containsExactlyElementsOf(all.stream().map(PaymentEvent::type).toList());
  }

  @Test
  void an_objects_events_are_counted_on_their_own() {
    var scene = Scene.in(storage());
    var one = scene.pending();
    var two = scene.pending();
    List.of(one, two, one, one, two).forEach(charge -> log().append(new ChargeMoved(charge)));
    assertThat(storage().recorded(scene.id()))
        .extracting(RecordedEvent::objectSequence)
        .containsExactly(1L, 1L, 2L, 3L, 2L);
  }

  @Test
  void a_site_has_a_feed_of_its_own() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage());
    log().append(new ChargeMoved(scene.pending()));
    log().append(new ChargeMoved(other.pending()));
    assertThat(storage().recorded(other.id()))
        .singleElement()
        .extracting(RecordedEvent::sequence)
        .isEqualTo(1L);
  }

  @Test
  void an_event_needs_a_site() {
    var nowhere = TestIntegrations.sandbox(SiteId.next());
    assertThatThrownBy(() -> log().append(new IntegrationUpdated(nowhere)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_is_rolled_back_leaves_no_gap() {
    var scene = Scene.in(storage());
    var charge = scene.pending();
    log().append(new ChargeMoved(charge));
    assertThat(storage().transactions().inTransaction(() -> appendAndRefuse(charge)))
        .isInstanceOf(Refused.class);
    log().append(new ChargeMoved(charge));
    assertThat(storage().recorded(scene.id()))
        .extracting(RecordedEvent::sequence)
        .containsExactly(1L, 2L);
  }

  @Test
  void many_writers_leave_neither_gap_nor_twin() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage());
    var done = Together.run(16, number -> write(number % 4 == 3 ? other : scene, number));
    assertThat(done).hasSize(16);
    assertGapless(scene, 12 * 10 * 2 - 12 * 2 * 2);
    assertGapless(other, 4 * 10 * 2 - 4 * 2 * 2);
  }

  @Test
  void the_order_of_positions_is_the_order_of_commits() {
    var scene = Scene.in(storage());
    var shared = scene.captured();
    var commits = new ConcurrentSkipListMap<Long, String>();
    var done =
        Together.run(
            16,
            _ -> {
              var own = scene.pending();
              return storage()
                  .commit(
                      () -> {
                        log().append(new ChargeMoved(own));
                        var place = scene.reserve(shared.id(), 1).refunds().reserved().minorUnits();
                        return commits.put(place, own.id().value());
                      });
            });
    assertThat(done).containsOnlyNulls();
    assertThat(storage().recorded(scene.id()))
        .extracting(RecordedEvent::objectId)
        .containsExactlyElementsOf(commits.values());
  }

  /// Ten transactions of two events each; every fifth is rolled back.
  private int write(Scene scene, int writer) {
    for (int round = 0; round < 10; round++) {
      var charge = scene.pending();
      var refused = round % 5 == writer % 5;
      var result = storage().transactions().inTransaction(() -> append(charge, refused));
      assertThat(result instanceof Refused).isEqualTo(refused);
    }
    return writer;
  }

  private Result<Charge> append(Charge charge, boolean refused) {
    log().append(new ChargeMoved(charge));
    log().append(new ChargeMoved(charge));
    return refused ? new Refused<>(new NotFound("a reason")) : new Done<>(charge);
  }

  private Result<Charge> appendAndRefuse(Charge charge) {
    return append(charge, true);
  }

  private void assertGapless(Scene scene, long count) {
    assertThat(storage().recorded(scene.id()))
        .extracting(RecordedEvent::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
  }

  private static List<PaymentEvent> everything(Scene scene) {
    var charge = TestCharges.captured(scene.method());
    var refund = TestRefunds.pending(charge, 1);
    return List.of(
        new IntegrationUpdated(TestIntegrations.sandbox(scene.id())),
        new CustomerAdded(scene.customer()),
        new CustomerChanged(scene.customer()),
        new PaymentMethodSaved(scene.method()),
        new PaymentMethodUpdated(scene.method()),
        new PaymentMethodDetached(scene.method()),
        new ChargeMoved(charge),
        new RefundMoved(refund),
        new RefundMoved(TestRefunds.done(refund)),
        new LedgersDiffer(TestDifferences.foreign(scene.id(), "7")),
        new CustomerRemoved(scene.customer()));
  }
}
