package com.pelcro.payments.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.event.EventLogContract;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.persistence.TestDatabase;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiEventLogTest extends EventLogContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }

  @Test
  void who_has_told_something_and_goes_on_working_holds_nobody_up() {
    var scene = Scene.in(storage());
    var early = scene.pending();
    var late = scene.pending();
    storage()
        .run(
            () -> {
              storage().eventLog().append(new ChargeMoved(early));
              CompletableFuture.runAsync(
                      () -> storage().eventLog().append(new ChargeMoved(late)),
                      Thread::startVirtualThread)
                  .join();
            });
    assertThat(storage().recorded(scene.id()))
        .extracting(RecordedEvent::objectId)
        .containsExactly(late.id().value(), early.id().value());
  }
}
