package com.pelcro.payments.http.cardsession;

import com.pelcro.payments.http.server.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The files of the card form's page.
final class FormAssets {

  static final String PATH = "/pay/assets/";

  private static final List<String> NAMES =
      List.of(
          "card-form.css",
          "card-form.js",
          "amex.svg",
          "diners_club.svg",
          "discover.svg",
          "jcb.svg",
          "maestro.svg",
          "mastercard.svg",
          "union_pay.svg",
          "visa.svg");

  private static final Map<String, String> RULES =
      Map.of(
          "Cache-Control", "public, max-age=300", "Content-Security-Policy", "default-src 'none'");

  private final Map<String, Buffer> files = new HashMap<>();

  FormAssets() {
    NAMES.forEach(name -> files.put(name, read(name)));
  }

  static boolean has(String name) {
    return NAMES.contains(name);
  }

  /// A file whose name the contract lists.
  Reply get(String name) {
    return new Reply.Answer(200, type(name), Objects.requireNonNull(files.get(name), name), RULES);
  }

  private static String type(String name) {
    return switch (name.substring(name.indexOf('.'))) {
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  private static Buffer read(String name) {
    try (var stream = FormAssets.class.getResourceAsStream("/pay/" + name)) {
      return Buffer.buffer(Objects.requireNonNull(stream, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
