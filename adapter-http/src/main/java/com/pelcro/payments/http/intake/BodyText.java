package com.pelcro.payments.http.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.pelcro.payments.http.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads a request's bytes as JSON; says why it cannot in words that repeat nothing of them.
public final class BodyText {

  /// What came of reading.
  public sealed interface Reading {

    record Parsed(JsonNode json) implements Reading {}

    record Garbled(String why) implements Reading {}
  }

  private BodyText() {}

  /// No bytes at all read as a missing node.
  public static Reading read(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.isBlank() ? new Reading.Parsed(MissingNode.getInstance()) : parse(text);
    } catch (CharacterCodingException e) {
      return new Reading.Garbled("the body is not UTF-8");
    }
  }

  private static Reading parse(String text) {
    try {
      return new Reading.Parsed(Json.read(text));
    } catch (StreamConstraintsException e) {
      return new Reading.Garbled(
          "the body nests deeper than "
              + Json.MOST_LEVELS
              + " levels, or holds a number or name beyond all measure");
    } catch (NumberFormatException e) {
      return new Reading.Garbled("the body holds a number beyond all measure");
    } catch (JacksonException e) {
      return new Reading.Garbled("the body is not one JSON value" + place(e));
    }
  }

  private static String place(JacksonException fault) {
    var at = fault.getLocation();
    return at == null ? "" : "; see line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
