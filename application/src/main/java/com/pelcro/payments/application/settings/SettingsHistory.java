package com.pelcro.payments.application.settings;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.site.SiteId;

/// Every change of settings there was; none is ever changed or removed.
public interface SettingsHistory {

  void add(SettingsChange change);

  /// Newest first.
  Slice<SettingsChange> list(SiteId site, Window window);
}
