package com.pelcro.payments.persistence;

import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.event.PlainSnapshots;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database of a test class's own, and every port on it.
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private @Nullable JdbiStorage storage;

  @Override
  public void beforeAll(ExtensionContext context) {
    storage = JdbiStorage.on(TestServer.freshDatabase(), new PlainSnapshots(), new SettableClock());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    opened().database().close();
  }

  public Storage storage() {
    return opened();
  }

  public Database database() {
    return opened().database();
  }

  /// Runs SQL past every port, as somebody at a console would; what it selects comes back as text.
  public List<String> run(String sql) throws SQLException {
    try (var connection = database().source().getConnection();
        var statement = connection.createStatement()) {
      var rows = new ArrayList<String>();
      if (statement.execute(sql)) {
        var results = statement.getResultSet();
        while (results.next()) {
          rows.add(results.getString(1));
        }
      }
      return rows;
    }
  }

  private JdbiStorage opened() {
    if (storage == null) {
      throw new IllegalStateException("register this as a static extension");
    }
    return storage;
  }
}
