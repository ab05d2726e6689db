package com.pelcro.payments.bootstrap.proof;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// This test's class path with every folder packed, so that the JVM can keep its loaded classes in
/// an archive: a service that is to be killed sixty times has to start fast.
record FastStart(String classPath, Path archive) {

  static FastStart in(Path folder) {
    var elements = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    var packed =
        Stream.of(elements)
            .map(Path::of)
            .filter(Files::exists)
            .map(element -> Files.isDirectory(element) ? pack(element, folder) : element)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return new FastStart(packed, folder.resolve("classes.jsa"));
  }

  /// The life that ends by itself and leaves the archive behind.
  List<String> recording() {
    return List.of("-XX:ArchiveClassesAtExit=" + archive, "-classpath", classPath);
  }

  List<String> replaying() {
    return List.of("-XX:SharedArchiveFile=" + archive, "-classpath", classPath);
  }

  private static Path pack(Path classes, Path folder) {
    var jar =
        folder.resolve("classes-" + Integer.toHexString(classes.toString().hashCode()) + ".jar");
    try (var files = Files.walk(classes);
        var zip = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var file : files.skip(1).toList()) {
        add(zip, classes.relativize(file).toString().replace(File.separatorChar, '/'), file);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Folders have entries of their own: migrations are found by their folder.
  private static void add(JarOutputStream zip, String name, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      zip.putNextEntry(new ZipEntry(name + "/"));
    } else {
      zip.putNextEntry(new ZipEntry(name));
      Files.copy(file, zip);
    }
    zip.closeEntry();
  }
}
