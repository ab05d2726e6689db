package com.pelcro.payments.bootstrap.journey;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// The page of a shop that frames the card form, on an origin of its own: what the form says goes
/// to the shop's server, which charges, and what comes of that is shown on the page.
final class ShopPage implements AutoCloseable {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>The Daily</title></head>
      <body>
      <h1>Subscribe to The Daily</h1>
      <iframe id="card" title="Card details" src="{{form}}" width="600" height="900"></iframe>
      <p id="outcome" role="status"></p>
      <script>
        const heard = [];
        let loaded = false;
        const frame = document.getElementById('card');
        frame.addEventListener('load', () => { loaded = true; });
        addEventListener('message', async event => {
          heard.push({origin: event.origin, data: event.data});
          if (event.data.type === 'pelcro.resize') {
            frame.style.height = event.data.height + 'px';
          } else if (event.data.type === 'pelcro.card') {
            const answer = await fetch('/charge', {method: 'POST', body: JSON.stringify(event.data)});
            document.getElementById('outcome').textContent = await answer.text();
          }
        });
      </script>
      </body>
      </html>
      """;

  private final HttpServer server;
  private final List<Map<String, Object>> cards = new CopyOnWriteArrayList<>();
  private volatile String form = "about:blank";
  private volatile Function<Map<String, Object>, String> till = _ -> "";

  ShopPage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> reply(exchange, PAGE.replace("{{form}}", form)));
    server.createContext("/charge", this::charge);
    server.start();
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// From now on it frames this form, and pays this way, in words, with what the form says.
  void show(String formUrl, Function<Map<String, Object>, String> paying) {
    form = formUrl;
    till = paying;
    cards.clear();
  }

  /// Every card the page sent to its server.
  List<Map<String, Object>> cards() {
    return cards;
  }

  private void charge(HttpExchange exchange) throws IOException {
    var told = new HashMap<>(Caller.JSON.readValue(exchange.getRequestBody(), new Told()));
    told.remove("type");
    cards.add(told);
    reply(exchange, till.apply(told));
  }

  private static final class Told extends TypeReference<Map<String, Object>> {}

  private static void reply(HttpExchange exchange, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
