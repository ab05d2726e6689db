package com.pelcro.payments.http.dashboard.site;

import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.settings.ListSettingsChanges;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.settings.SettingsChangeId;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Moment;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who changed a site's settings, what, and when.
public final class HistorySection implements Section {

  /// A part of the history.
  public record Page(List<Row> rows, @Nullable String next) {

    /// What was changed at once.
    public record Row(
        Moment at, String editor, String door, String subject, String action, List<Value> values) {}

    /// One setting; what was not there has no text.
    public record Value(String name, String before, String after) {}
  }

  private final ListSettingsChanges changes;
  private final Html html;

  @Inject
  public HistorySection(ListSettingsChanges changes, Html html) {
    this.changes = changes;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(SITE + "/history", this::list));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var after = Pager.after(inquiry.call(), SettingsChangeId.PREFIX);
    var slice = changes.list(inquiry.site().id(), new Window(Pager.ROWS, after));
    var zone = inquiry.site().timeZone();
    var page =
        new Page(
            slice.rows().stream().map(change -> row(change, zone)).toList(),
            Pager.next(inquiry.call(), slice, change -> change.id().value()));
    return html.page(inquiry, Menu.HISTORY, "Settings history", "site/history.jte", page);
  }

  private static Page.Row row(SettingsChange change, ZoneId zone) {
    return new Page.Row(
        Words.at(change.at(), zone),
        editor(change.by()),
        door(change.by().door()),
        subject(change),
        action(change),
        values(change));
  }

  private static String editor(Editor editor) {
    var key = editor.key();
    return key == null ? "Operator key" : "Site key " + key;
  }

  private static String door(Editor.Door door) {
    return switch (door) {
      case API -> "API";
      case DASHBOARD -> "Dashboard";
    };
  }

  private static String subject(SettingsChange change) {
    return switch (change.subject()) {
      case SITE -> "Site";
      case INTEGRATION -> "Integration " + change.name();
      case API_KEY -> "API key " + change.name();
      case DUNNING -> "Dunning";
    };
  }

  private static String action(SettingsChange change) {
    if (change.before().isEmpty()) {
      return "Added";
    }
    return change.after().isEmpty() ? "Removed" : "Changed";
  }

  private static List<Page.Value> values(SettingsChange change) {
    var names = new TreeSet<>(change.before().keySet());
    names.addAll(change.after().keySet());
    return names.stream()
        .map(
            name ->
                new Page.Value(
                    name,
                    change.before().getOrDefault(name, ""),
                    change.after().getOrDefault(name, "")))
        .toList();
  }
}
