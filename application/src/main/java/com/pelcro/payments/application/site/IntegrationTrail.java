package com.pelcro.payments.application.site;

import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.settings.SettingsTrail;
import com.pelcro.payments.domain.event.PaymentEvent.IntegrationUpdated;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Tells of changed integrations: who listens to the feed, and who asks later what was changed.
public final class IntegrationTrail {

  private final EventLog events;
  private final SettingsTrail trail;

  @Inject
  public IntegrationTrail(EventLog events, SettingsTrail trail) {
    this.events = events;
    this.trail = trail;
  }

  void put(Editor by, @Nullable Integration before, Integration after) {
    events.append(new IntegrationUpdated(after));
    trail.integration(by, before, after);
  }

  void removed(Editor by, Integration integration) {
    trail.integration(by, integration, null);
  }
}
