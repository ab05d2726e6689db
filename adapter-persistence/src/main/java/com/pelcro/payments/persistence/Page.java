package com.pelcro.payments.persistence;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list, newest first: conditions that were asked for are added to its SQL, others
/// are not, so that each has its index.
public final class Page {

  private final String id;
  private final Window window;
  private final Binds binds;
  private final List<String> conditions = new ArrayList<>();

  /// A page of rows ordered by the column `id`.
  public Page(String id, Window window, Binds binds) {
    this.id = id;
    this.window = window;
    this.binds = binds;
    narrow(id + " < :after", "after", window.after());
  }

  /// Adds a condition about `value` unless that is null.
  public Page narrow(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      binds.with(name, value);
    }
    return this;
  }

  /// Runs `select`, which ends in a condition of its own.
  public <T> Slice<T> of(Database database, String select, Row<T> row) {
    var sql = new StringBuilder(select);
    conditions.forEach(condition -> sql.append(" AND ").append(condition));
    sql.append(" ORDER BY ").append(id).append(" DESC LIMIT :limit");
    binds.with("limit", window.limit() + 1);
    return Slice.of(database.list(sql.toString(), binds, row), window.limit());
  }
}
