package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import com.pelcro.payments.simulator.http.RequestLog;
import java.time.Instant;

/// `GET /simulator/requests`: what arrived at the gateway's endpoints.
public final class RequestsEndpoint implements Endpoint {

  private final RequestLog log;

  /// Shows this log.
  public RequestsEndpoint(RequestLog log) {
    this.log = log;
  }

  @Override
  public Reply answer(Call call) {
    var prefix = call.asked("path_prefix").orElse("");
    var entries =
        After.of(call)
            .of(
                log.entries().stream(),
                entry -> entry.path("id").asText(),
                entry -> Instant.parse(entry.path("at").asText()))
            .filter(entry -> entry.path("path").asText().startsWith(prefix))
            .toList();
    return JsonReply.own(200, new JsonTree().put("data", entries));
  }
}
