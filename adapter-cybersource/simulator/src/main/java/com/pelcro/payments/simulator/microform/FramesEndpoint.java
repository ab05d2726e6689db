package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The hosted fields: a small page of the simulator's own origin, framed by the merchant's page,
/// which cannot look in.
public final class FramesEndpoint {

  /// Where the script inside the fields is served.
  public static final String SCRIPT = "/microform/bundle/v2.6.0/frame.js";

  private final TransientTokens tokens;
  private final Buffer script = BrowserLibrary.resource("frame.js");
  private final String page = BrowserLibrary.resource("frame.html").toString();

  /// Shows fields of open sessions.
  public FramesEndpoint(TransientTokens tokens) {
    this.tokens = tokens;
  }

  /// `GET /microform/frames/{session}`: a field, which only the session's origins may frame.
  public Reply page(Call call) {
    var session = tokens.session(call.parameter("session"));
    var setup =
        new JsonTree()
            .put("session", session.id())
            .put("path", FormTokensEndpoint.PATH)
            .put("origins", session.origins())
            .put("networks", networks(session));
    var html =
        page.replace("{{script}}", SCRIPT)
            .replace("{{setup}}", setup.node().toString().replace("<", "\\u003c"));
    var policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
            + " frame-ancestors "
            + String.join(" ", session.origins());
    return Reply.text(200, "text/html;charset=utf-8", html)
        .with("Content-Security-Policy", policy)
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer");
  }

  private static List<Map<String, Object>> networks(Session session) {
    return Arrays.stream(CardNetwork.values())
        .filter(network -> session.networks().contains(network.sessionName()))
        .map(FramesEndpoint::view)
        .toList();
  }

  private static Map<String, Object> view(CardNetwork network) {
    return Map.of(
        "name", network.browserName(),
        "code", network.code(),
        "lengths", network.lengths(),
        "ranges", network.ranges(),
        "codeLength", network == CardNetwork.AMEX ? 4 : 3);
  }

  /// The script inside the fields.
  public Reply script(Call call) {
    return new Reply(200, "text/javascript;charset=utf-8", script, Map.of());
  }
}
