package com.pelcro.payments.cybersource.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A bare socket that reads requests and then does as it is told, which no HTTP server would.
final class ScriptedServer implements AutoCloseable {

  /// What happens after a request was read; the connection closes when it returns false.
  interface Script {
    boolean answer(String request, Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final boolean slamming;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  ScriptedServer(Script script) {
    this(script, false);
  }

  /// Closes every connection at once.
  static ScriptedServer slamming() {
    return new ScriptedServer((_, _) -> false, true);
  }

  private ScriptedServer(Script script, boolean slamming) {
    this.script = script;
    this.slamming = slamming;
    try {
      listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.startVirtualThread(this::accept);
  }

  /// Answers with this status and body, and keeps the connection.
  static Script replying(int status, String body) {
    return (_, socket) -> {
      send(socket, reply(status, body));
      return true;
    };
  }

  static String reply(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Length: %d\r\nv-c-correlation-id: corr-1\r\n\r\n%s"
        .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /// Everything that was read, head and body.
  List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        sockets.add(socket);
        var _ = Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var open = !slamming;
      while (open) {
        var request = read(in);
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        open = script.answer(request, socket);
      }
    } catch (IOException _) {
      // The client is gone, which is what some tests want.
    }
  }

  private static String read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    var text = head.toString(StandardCharsets.UTF_8);
    return text + new String(in.readNBytes(length(text)), StandardCharsets.UTF_8);
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
