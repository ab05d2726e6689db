package com.pelcro.payments.domain.settings;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Map;

/// What somebody changed at once. A secret is in it only as having changed.
///
/// @param name which one it was: of an integration its gateway, of a key its name
/// @param before the values that were replaced or removed, by their names
/// @param after the values that were added or came in their place
public record SettingsChange(
    SettingsChangeId id,
    SiteId site,
    Instant at,
    Editor by,
    Subject subject,
    String name,
    Map<String, String> before,
    Map<String, String> after) {

  /// What was changed.
  public enum Subject {
    SITE,
    INTEGRATION,
    API_KEY,
    DUNNING
  }

  public SettingsChange {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
    if (before.equals(after)) {
      throw new IllegalArgumentException("nothing changed of " + subject + " " + name);
    }
  }
}
