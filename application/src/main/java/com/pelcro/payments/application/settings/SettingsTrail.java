package com.pelcro.payments.application.settings;

import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.settings.SettingsChange.Subject;
import com.pelcro.payments.domain.settings.SettingsChangeId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes down what is changed of settings, in the transaction of the change. What stayed the same
/// is left out; what changes nothing at all is not written.
public final class SettingsTrail {

  private final SettingsHistory history;
  private final InstantSource clock;

  @Inject
  public SettingsTrail(SettingsHistory history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /// A site that was not there before has no `before`.
  public void site(Editor by, @Nullable Site before, Site after) {
    write(after.id(), by, Subject.SITE, "site", Plain.of(before), Plain.of(after));
  }

  /// Either may be missing: it was not there before, or is not any more.
  public void integration(Editor by, @Nullable Integration before, @Nullable Integration after) {
    var one = after == null ? before : after;
    if (one == null) {
      throw new IllegalArgumentException("there is no integration before or after");
    }
    var was = Plain.of(before);
    var is = Plain.of(after);
    if (before != null && after != null) {
      Plain.secrets(before, after, was, is);
    }
    write(one.site(), by, Subject.INTEGRATION, one.gateway().value(), was, is);
  }

  public void issued(Editor by, ApiKey key) {
    write(key.site(), by, Subject.API_KEY, key.name(), Map.of(), Plain.of(key));
  }

  public void revoked(Editor by, ApiKey key) {
    write(key.site(), by, Subject.API_KEY, key.name(), Plain.of(key), Map.of());
  }

  public void dunning(Editor by, SiteId site, DunningPolicy before, DunningPolicy after) {
    write(site, by, Subject.DUNNING, "dunning", Plain.of(before), Plain.of(after));
  }

  private void write(
      SiteId site,
      Editor by,
      Subject subject,
      String name,
      Map<String, String> was,
      Map<String, String> is) {
    var before = without(was, is);
    var after = without(is, was);
    if (!before.isEmpty() || !after.isEmpty()) {
      var id = SettingsChangeId.next();
      history.add(new SettingsChange(id, site, clock.instant(), by, subject, name, before, after));
    }
  }

  private static Map<String, String> without(Map<String, String> all, Map<String, String> same) {
    var left = new TreeMap<>(all);
    left.entrySet().removeAll(same.entrySet());
    return left;
  }
}
