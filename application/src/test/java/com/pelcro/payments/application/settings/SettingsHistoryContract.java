package com.pelcro.payments.application.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.settings.SettingsChange.Subject;
import com.pelcro.payments.domain.settings.SettingsChangeId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [SettingsHistory] keeps to.
public abstract class SettingsHistoryContract {

  private static final Instant AT = Instant.parse("2026-03-02T08:00:00.250Z");
  private static final Window ALL = new Window(Window.MOST, null);

  protected abstract Storage storage();

  private SettingsHistory history() {
    return storage().settingsHistory();
  }

  @Test
  void changes_are_kept_as_they_were_and_listed_newest_first() {
    var site = Scene.in(storage()).id();
    var first = added(site, new Editor(null, Editor.Door.API), Map.of());
    var second =
        added(site, new Editor(ApiKeyId.next(), Editor.Door.DASHBOARD), Map.of("name", "Daily"));

    assertThat(history().list(site, ALL).rows()).containsExactly(second, first);
    assertThat(history().list(site, new Window(1, second.id().value())).rows())
        .containsExactly(first);
  }

  @Test
  void every_site_has_a_history_of_its_own() {
    var site = Scene.in(storage()).id();
    var _ = added(Scene.in(storage()).id(), new Editor(null, Editor.Door.API), Map.of());

    assertThat(history().list(site, ALL).rows()).isEmpty();
  }

  @Test
  void a_change_that_is_rolled_back_is_not_in_it() {
    var site = Scene.in(storage()).id();

    var refused =
        storage()
            .transactions()
            .inTransaction(
                () -> {
                  var _ = added(site, new Editor(null, Editor.Door.API), Map.of());
                  return new Refused<>(new NotFound("integration"));
                });

    assertThat(refused).isInstanceOf(Refused.class);
    assertThat(history().list(site, ALL).rows()).isEmpty();
  }

  @Test
  void a_site_that_is_not_there_has_none() {
    var nowhere = SiteId.next();

    assertThatThrownBy(() -> added(nowhere, new Editor(null, Editor.Door.API), Map.of()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void every_subject_can_be_kept() {
    var site = Scene.in(storage()).id();
    for (var subject : Subject.values()) {
      history().add(change(site, new Editor(null, Editor.Door.API), subject, Map.of()));
    }

    assertThat(history().list(site, ALL).rows())
        .extracting(SettingsChange::subject)
        .containsExactlyElementsOf(List.of(Subject.values()).reversed());
  }

  private SettingsChange added(SiteId site, Editor by, Map<String, String> before) {
    var change = change(site, by, Subject.SITE, before);
    history().add(change);
    return change;
  }

  private static SettingsChange change(
      SiteId site, Editor by, Subject subject, Map<String, String> before) {
    return new SettingsChange(
        SettingsChangeId.next(),
        site,
        AT,
        by,
        subject,
        "site",
        before,
        Map.of("name", "The Weekly", "url", "https://weekly.example"));
  }
}
