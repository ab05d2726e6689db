package com.pelcro.payments.simulator.http;

import com.pelcro.payments.simulator.scenario.Orders;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request as it arrived, with what the signature and the scenarios say about it.
///
/// @param target path and query exactly as on the wire
/// @param baseUrl scheme and authority under which the caller reached the simulator
/// @param merchant who signed; empty where nobody has to
/// @param orders what the scenarios want to come of it
/// @param warnings things a careful client would not do; shown in the request log
public record Call(
    String method,
    String path,
    String target,
    MultiMap headers,
    Map<String, String> parameters,
    MultiMap query,
    Buffer bytes,
    Body body,
    String baseUrl,
    String merchant,
    Orders orders,
    List<String> warnings) {

  /// A part of the path; the route guarantees it.
  public String parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).orElseThrow();
  }

  /// A query parameter, if sent and not blank.
  public Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /// A header, if sent.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Call of(String signer, Orders ordered) {
    return new Call(
        method,
        path,
        target,
        headers,
        parameters,
        query,
        bytes,
        body,
        baseUrl,
        signer,
        ordered,
        warnings);
  }
}
