package com.pelcro.payments.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// Sends bytes as they are, and reads what comes back until the other side closes.
public record Wire(int port) {

  private static final int PATIENCE = 20_000;

  public String send(String request) {
    return send(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  public String send(byte[] request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection was not closed", e);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
