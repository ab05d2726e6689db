package com.pelcro.payments.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/// The gateway requests as received, without card data and signatures; the last ten thousand.
public final class RequestLog {

  private static final int LIMIT = 10_000;

  private final Deque<ObjectNode> entries = new ArrayDeque<>();
  private long last;

  /// Notes a request on arrival. Its end is written into the same entry.
  ObjectNode arrived(Call call, Instant at) {
    var headers = new TreeMap<String, String>();
    call.headers().forEach((name, value) -> headers.put(name, Redaction.header(name, value)));
    var query = call.target().indexOf('?');
    var entry =
        new JsonTree()
            .put("id", ++last)
            .put("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
            .put("method", call.method())
            .put("path", call.path())
            .put("query", query < 0 ? null : call.target().substring(query + 1))
            .put("merchant_id", call.merchant().isEmpty() ? null : call.merchant())
            .put("headers", headers)
            .put("body", call.body().isObject() ? Redaction.of(call.body().root()) : null)
            .node();
    entries.add(entry);
    if (entries.size() > LIMIT) {
      entries.remove();
    }
    return entry;
  }

  /// What there is, oldest first.
  public List<ObjectNode> entries() {
    return List.copyOf(entries);
  }

  /// Forgets all.
  public void clear() {
    entries.clear();
  }
}
