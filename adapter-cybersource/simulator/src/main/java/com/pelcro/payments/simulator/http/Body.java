package com.pelcro.payments.simulator.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The JSON of a request, read by dotted paths. What is absent reads as absent, never as an error.
public record Body(JsonNode root) {

  static final ObjectMapper MAPPER = new ObjectMapper();

  /// Reads the bytes of a request; anything but a JSON object reads as a missing node.
  public static Body read(Buffer bytes) {
    try {
      var tree = MAPPER.readTree(bytes.getBytes());
      return new Body(tree != null && tree.isObject() ? tree : MissingNode.getInstance());
    } catch (JacksonException malformed) {
      return new Body(MissingNode.getInstance());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Whether a JSON object was read at all.
  public boolean isObject() {
    return root.isObject();
  }

  /// The node at a dotted path; a missing node when there is none.
  public JsonNode at(String path) {
    return root.at("/" + path.replace('.', '/'));
  }

  /// Whether something other than null stands at the path.
  public boolean has(String path) {
    return !at(path).isMissingNode() && !at(path).isNull();
  }

  /// The text at the path; blank text and other kinds of nodes count as absent.
  public Optional<String> text(String path) {
    return Optional.of(at(path))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank());
  }

  /// A flag: `true`, or the text `"true"` that the gateway's own documentation sends.
  public boolean flag(String path) {
    return "true".equals(at(path).asText());
  }

  /// The texts of an array, or none.
  public List<String> texts(String path) {
    var texts = new ArrayList<String>();
    at(path).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /// The whole number at the path, if it is one.
  public Optional<Long> number(String path) {
    return Optional.of(at(path)).filter(JsonNode::isIntegralNumber).map(JsonNode::asLong);
  }
}
