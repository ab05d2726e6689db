package com.pelcro.payments.persistence.site;

import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Seals an integration's secrets for their column and opens them again: AES-256-GCM under a random
/// nonce, bound to the site, the gateway, the column and the setting, so that a value put elsewhere
/// does not open. A sealed value reads `2.KEY.DATA`: the format, the name of the key, and nonce,
/// ciphertext and tag in base 64. Format 1, which still opens, was not bound to the column.
public final class SecretColumn {

  /// Where sealed values stand.
  enum Column {
    SECRETS,
    PREVIOUS_SECRETS
  }

  private static final String FORMAT = "2";
  private static final String FORMER = "1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /// One value's place, which is sealed with it.
  private record Place(SiteId site, GatewayId gateway, Column column, String setting) {

    /// What a value is bound to in a format.
    byte[] bound(String format) {
      var text =
          format.equals(FORMER)
              ? this.toString()
              : site + "/" + gateway + "/" + column + "/" + setting;
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return site + "/" + gateway + "/" + setting;
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final SealingKey current;
  private final List<SealingKey> known;

  @Inject
  public SecretColumn(SecretKeys keys) {
    this.current = SealingKey.of(keys.current());
    this.known =
        Stream.concat(Stream.of(current), Stream.ofNullable(keys.previous()).map(SealingKey::of))
            .toList();
  }

  Map<String, String> sealed(
      SiteId site, GatewayId gateway, Column column, Map<String, SharedSecret> secrets) {
    return each(secrets, (name, secret) -> seal(new Place(site, gateway, column, name), secret));
  }

  Map<String, SharedSecret> opened(
      SiteId site, GatewayId gateway, Column column, Map<String, String> sealed) {
    return each(sealed, (name, value) -> open(new Place(site, gateway, column, name), value));
  }

  /// Whether these were sealed as it is done now.
  boolean isCurrent(Map<String, String> sealed) {
    var beginning = FORMAT + "." + current.name() + ".";
    return sealed.values().stream().allMatch(value -> value.startsWith(beginning));
  }

  private String seal(Place place, SharedSecret secret) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var text = secret.reveal().getBytes(StandardCharsets.UTF_8);
      var cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, place.bound(FORMAT));
      var sealed = cipher.doFinal(text);
      var data = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return String.join(
          ".", FORMAT, current.name(), Base64.getEncoder().withoutPadding().encodeToString(data));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret of " + place + " cannot be sealed", e);
    }
  }

  private SharedSecret open(Place place, String sealed) {
    var parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !(parts[0].equals(FORMAT) || parts[0].equals(FORMER))) {
      throw new SecretUnreadable("the secret of " + place + " is in no format we know", null);
    }
    try {
      var data = Base64.getDecoder().decode(parts[2]);
      var nonce = Arrays.copyOf(data, NONCE_BYTES);
      var cipher = cipher(Cipher.DECRYPT_MODE, key(place, parts[1]), nonce, place.bound(parts[0]));
      var text = cipher.doFinal(data, NONCE_BYTES, data.length - NONCE_BYTES);
      return new SharedSecret(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SecretUnreadable(
          "the secret of " + place + " was altered, or sealed for another place", e);
    }
  }

  private SealingKey key(Place place, String name) {
    return known.stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new SecretUnreadable(
                    "the secret of " + place + " is sealed with a key that is not configured",
                    null));
  }

  private static Cipher cipher(int mode, SealingKey key, byte[] nonce, byte[] bound)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  private static <T, R> Map<String, R> each(Map<String, T> map, BiFunction<String, T, R> change) {
    var changed = new LinkedHashMap<String, R>();
    map.forEach((name, value) -> changed.put(name, change.apply(name, value)));
    return changed;
  }
}
