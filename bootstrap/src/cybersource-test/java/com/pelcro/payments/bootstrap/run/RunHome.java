package com.pelcro.payments.bootstrap.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/// The folder in which a run keeps its database and the keys it made once.
record RunHome(Path folder) {

  private static final int KEY_BYTES = 24;

  static RunHome of(Map<String, String> environment) {
    var folder = Path.of(environment.getOrDefault("PAYMENTS_DATA_DIR", ".pelcro")).toAbsolutePath();
    try {
      Files.createDirectories(folder);
      return new RunHome(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("PAYMENTS_DATA_DIR cannot be used: " + folder, e);
    }
  }

  /// The folder is this run's alone for as long as the lock is held; throws when another run has
  /// it.
  FileLock claim() {
    try {
      var channel =
          FileChannel.open(
              folder.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PAYMENTS_DATA_DIR cannot be used: " + folder, e);
    }
    throw new IllegalStateException(
        "another run uses " + folder + "; stop it, or set PAYMENTS_DATA_DIR to another folder");
  }

  Path database() {
    return folder.resolve("postgres");
  }

  /// The environment of the service: what the caller set, and otherwise what suits one machine.
  Map<String, String> environment(
      Map<String, String> given, String databaseUrl, String simulatorUrl) {
    var all = new HashMap<String, String>();
    all.put("PAYMENTS_HTTP_HOST", "127.0.0.1");
    all.put("PAYMENTS_DATABASE_URL", databaseUrl);
    all.put("PAYMENTS_DATABASE_USER", "postgres");
    all.put("PAYMENTS_DATABASE_PASSWORD", "postgres");
    all.put("PAYMENTS_CYBERSOURCE_SANDBOX_URL", simulatorUrl);
    all.put("PAYMENTS_CYBERSOURCE_LIVE_URL", simulatorUrl);
    all.putAll(keys());
    all.putAll(given);
    return all;
  }

  private Map<String, String> keys() {
    var file = folder.resolve("keys.properties");
    var keys = new Properties();
    try {
      if (Files.exists(file)) {
        try (var in = Files.newBufferedReader(file)) {
          keys.load(in);
        }
      }
      var before = keys.size();
      keys.putIfAbsent("PAYMENTS_OPERATOR_KEY", "ok_" + random());
      keys.putIfAbsent("PAYMENTS_ENCRYPTION_KEY", random());
      if (keys.size() > before) {
        store(file, keys);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the keys of this run cannot be kept in " + file, e);
    }
    var map = new HashMap<String, String>();
    keys.stringPropertyNames().forEach(name -> map.put(name, keys.getProperty(name)));
    return map;
  }

  private static void store(Path file, Properties keys) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newBufferedWriter(file)) {
      keys.store(
          out, "Made once by mvn -Prun; without the encryption key the stored secrets are lost.");
    }
  }

  private static String random() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
