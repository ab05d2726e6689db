package com.pelcro.payments.application.settings;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Reads who changed a site's settings, newest first.
public final class ListSettingsChanges {

  private final SettingsHistory history;

  @Inject
  public ListSettingsChanges(SettingsHistory history) {
    this.history = history;
  }

  public Slice<SettingsChange> list(SiteId site, Window window) {
    return history.list(site, window);
  }
}
