package com.pelcro.payments.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.gateway.TestReferences;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A change and the event that tells of it are seen together or not at all.
public abstract class ToldChangesContract {

  private static final int CHARGES = 60;
  private static final int WRITERS = 6;

  protected abstract Storage storage();

  @Test
  void whoever_is_told_of_a_change_finds_it_and_whoever_finds_it_is_told() {
    var scene = Scene.in(storage());
    var charges = IntStream.range(0, CHARGES).mapToObj(_ -> scene.pending()).toList();
    var kept = charges.stream().filter(charge -> !refused(charges, charge)).toList();
    var _ =
        Together.run(
            WRITERS + 2,
            number ->
                switch (number) {
                  case WRITERS -> tolds(scene, kept.size());
                  case WRITERS + 1 -> finds(scene, charges, kept.size());
                  default -> capture(scene, charges, number);
                });
    assertThat(told(scene)).hasSize(kept.size());
    assertThat(charges)
        .filteredOn(charge -> refused(charges, charge))
        .hasSize(CHARGES / 3)
        .allSatisfy(charge -> assertThat(found(charge).state()).isInstanceOf(Pending.class));
  }

  /// Every third capture is rolled back.
  private static boolean refused(List<Charge> charges, Charge charge) {
    return charges.indexOf(charge) % 3 == 0;
  }

  private int capture(Scene scene, List<Charge> charges, int writer) {
    for (int at = writer; at < CHARGES; at += WRITERS) {
      var charge = charges.get(at);
      var _ =
          storage()
              .transactions()
              .inTransaction(() -> capture(scene, charge, refused(charges, charge)));
    }
    return writer;
  }

  private Result<Charge> capture(Scene scene, Charge charge, boolean refused) {
    var locked = storage().charges().lock(scene.id(), charge.id()).orElseThrow();
    var payment = TestReferences.full();
    var captured = TestCharges.in(new Captured(payment, payment, locked.amount()), locked);
    storage().charges().update(captured);
    storage().eventLog().append(new ChargeMoved(captured));
    return refused ? new Refused<>(new NotFound("a reason")) : new Done<>(captured);
  }

  /// From the event to the charge.
  private int tolds(Scene scene, int count) {
    try (var watch = new FeedWatch(storage().eventFeed())) {
      var reader = FeedReader.of(new ReadEvents(storage().eventFeed(), watch), scene.id(), 3);
      for (int come = 1; come <= count; come++) {
        assertThat(reader.follow(come))
            .allSatisfy(
                event ->
                    assertThat(found(scene, new ChargeId(event.objectId())).state())
                        .isInstanceOf(Captured.class));
      }
    }
    return count;
  }

  /// From the charge to the event.
  private int finds(Scene scene, List<Charge> charges, int count) {
    var captured = new HashSet<String>();
    while (captured.size() < count) {
      charges.stream()
          .filter(charge -> found(charge).state() instanceof Captured)
          .forEach(charge -> captured.add(charge.id().value()));
      assertThat(told(scene)).containsAll(captured);
    }
    return count;
  }

  private Set<String> told(Scene scene) {
    var feed = new Feed.OfSite(scene.id());
    return storage()
        .eventFeed()
        .read(new Reading(feed, null, new EventTypes.Any(), 100))
        .events()
        .stream()
        .map(RecordedEvent::objectId)
        .collect(Collectors.toSet());
  }

  private Charge found(Charge charge) {
    return storage().charges().find(charge.site(), charge.id()).orElseThrow();
  }

  private Charge found(Scene scene, ChargeId id) {
    return storage().charges().find(scene.id(), id).orElseThrow();
  }
}
