package com.pelcro.payments.bootstrap.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Stands before the PostgreSQL driver, and tells when a transaction was committed.
final class CommitWatchingDriver implements Driver {

  private final Driver driver;
  private final Runnable committed;

  private CommitWatchingDriver(Driver driver, Runnable committed) {
    this.driver = driver;
    this.committed = committed;
  }

  /// Takes the place of the driver that serves this URL.
  static void watch(String url, Runnable committed) throws SQLException {
    var driver = DriverManager.getDriver(url);
    DriverManager.deregisterDriver(driver);
    DriverManager.registerDriver(new CommitWatchingDriver(driver, committed));
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    var connection = driver.connect(url, properties);
    return connection == null ? null : watched(connection);
  }

  private Connection watched(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> call(connection, method, arguments));
  }

  private @Nullable Object call(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    try {
      var result = method.invoke(connection, arguments);
      if (method.getName().equals("commit")) {
        committed.run();
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return driver.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return driver.getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
