package com.pelcro.payments.domain.access;

/// The SHA-256 of a dashboard session's token, in hexadecimal: what is kept of it.
public record SessionHash(String value) {

  public static SessionHash of(String token) {
    return new SessionHash(ApiKeyHash.of(token).value());
  }
}
