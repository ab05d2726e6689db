package com.pelcro.payments.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// Builds the JSON of an answer by dotted paths; what is null is left out.
public final class JsonTree {

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  /// Puts a value at a dotted path and makes the objects on the way.
  public JsonTree put(String path, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var steps = path.split("\\.", -1);
    var parent = root;
    for (var i = 0; i < steps.length - 1; i++) {
      parent = parent.withObjectProperty(steps[i]);
    }
    parent.set(steps[steps.length - 1], Body.MAPPER.valueToTree(plain(value)));
    return this;
  }

  private static Object plain(Object value) {
    return value instanceof JsonTree tree ? tree.root : value;
  }

  /// The tree built so far.
  public ObjectNode node() {
    return root;
  }
}
