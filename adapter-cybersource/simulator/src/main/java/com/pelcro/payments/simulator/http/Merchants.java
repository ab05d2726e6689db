package com.pelcro.payments.simulator.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The merchants that may sign, by key id. One merchant can have several keys, as during a
/// rotation.
public final class Merchants {

  /// The merchant that always exists.
  public static final String DEFAULT = "acme_test";

  private final Map<String, Credentials> byKey = new ConcurrentHashMap<>();
  private final Credentials standard;

  /// Starts with the standard merchant, whose secret is made anew.
  public Merchants() {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    var text = Base64.getEncoder().encodeToString(secret);
    standard = new Credentials(DEFAULT, UUID.randomUUID().toString(), text, null);
    register(standard);
  }

  /// Adds a key or replaces the one with the same id.
  public void register(Credentials credentials) {
    byKey.put(credentials.keyId(), credentials);
  }

  /// Forgets a key: what it signs is refused from now on. The standard merchant keeps its own.
  public boolean forget(String keyId) {
    return !keyId.equals(standard.keyId()) && byKey.remove(keyId) != null;
  }

  /// The credentials with this key id.
  public Optional<Credentials> byKey(String keyId) {
    return Optional.ofNullable(byKey.get(keyId));
  }

  /// The merchant that always exists, with its secret.
  public Credentials standard() {
    return standard;
  }

  /// All keys known.
  public List<Credentials> all() {
    return List.copyOf(byKey.values());
  }
}
