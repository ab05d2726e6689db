package com.pelcro.payments.persistence.settings;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.settings.SettingsHistory;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.settings.SettingsChange.Subject;
import com.pelcro.payments.domain.settings.SettingsChangeId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.sql.SQLException;

/// The table `settings_changes`.
public final class JdbiSettingsHistory implements SettingsHistory {

  private final Database database;

  @Inject
  public JdbiSettingsHistory(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO settings_changes (site_id, change_id, changed_at, key_id, door, subject, name,
        before, after)
      VALUES (:site, :id, :at, :key, :door, :subject, :name, jsonb_object(:before),
        jsonb_object(:after))
      """;

  @Override
  public void add(SettingsChange change) {
    var binds =
        Binds.at(change.site())
            .with("id", change.id())
            .with("at", change.at())
            .with("key", change.by().key())
            .with("door", change.by().door())
            .with("subject", change.subject())
            .with("name", change.name())
            .pairs("before", change.before())
            .pairs("after", change.after());
    database.changeOne(ADD, binds, "the change of settings");
  }

  private static final String SELECT =
      """
      SELECT site_id, change_id, changed_at, key_id, door, subject, name,
        text_pairs(before) AS before, text_pairs(after) AS after
      FROM settings_changes
      WHERE site_id = :site\
      """;

  @Override
  public Slice<SettingsChange> list(SiteId site, Window window) {
    return new Page("change_id", window, Binds.at(site))
        .of(database, SELECT, JdbiSettingsHistory::change);
  }

  private static SettingsChange change(Columns columns) throws SQLException {
    var key = columns.optionalText("key_id");
    return new SettingsChange(
        new SettingsChangeId(columns.text("change_id")),
        new SiteId(columns.text("site_id")),
        columns.instant("changed_at"),
        new Editor(key == null ? null : new ApiKeyId(key), columns.code("door", Editor.Door.class)),
        columns.code("subject", Subject.class),
        columns.text("name"),
        columns.pairs("before"),
        columns.pairs("after"));
  }
}
