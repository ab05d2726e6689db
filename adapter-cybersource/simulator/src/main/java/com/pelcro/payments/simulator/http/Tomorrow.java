package com.pelcro.payments.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Adds to JSON answers a member that no contract names, since the gateway may add members any day.
///
/// It is the only place where the simulator goes beyond the contract of its own accord.
public final class Tomorrow {

  private static final String MEMBER = "fieldOfTomorrow";

  private final BooleanSupplier wanted;

  /// Adds it while it is wanted.
  public Tomorrow(BooleanSupplier wanted) {
    this.wanted = wanted;
  }

  /// The same endpoint with answers, refusals too, that have grown.
  public Endpoint at(Endpoint endpoint) {
    return call -> {
      try {
        return grown(endpoint.answer(call));
      } catch (Refusal refusal) {
        throw new Refusal(grown(refusal.reply()));
      }
    };
  }

  private Reply grown(Reply reply) {
    return wanted.getAsBoolean() && reply.contentType().contains("json") ? with(reply) : reply;
  }

  private static Reply with(Reply reply) {
    try {
      var tree = (ObjectNode) Body.MAPPER.readTree(reply.body().getBytes());
      var value = Map.of("kind", "unannounced", "values", List.of(1, 2));
      tree.set(MEMBER, Body.MAPPER.valueToTree(value));
      var body = Buffer.buffer(tree.toString());
      return new Reply(reply.status(), reply.contentType(), body, reply.headers());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
