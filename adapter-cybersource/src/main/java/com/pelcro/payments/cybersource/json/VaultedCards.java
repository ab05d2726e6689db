package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the stored card in an answer, and names card numbers without giving their tokens away.
public final class VaultedCards {

  private static final int LENGTH = 32;

  private VaultedCards() {}

  /// The card this answer says was stored; empty unless the instrument and the number both have
  /// tokens.
  public static Optional<VaultedCard> read(Asked.@Nullable Storing storing, Reading answer) {
    if (storing == null) {
      return Optional.empty();
    }
    var instrument = token(answer, "paymentInstrument");
    var number = token(answer, "instrumentIdentifier");
    var customer =
        token(answer, "customer").or(() -> Optional.ofNullable(storing.customer())).orElse(null);
    return instrument.isPresent() && number.isPresent()
        ? Optional.of(card(storing.merchant(), customer, instrument.get(), number.get()))
        : Optional.empty();
  }

  /// A card by its three tokens.
  public static VaultedCard card(
      String merchant, @Nullable String customer, String instrument, String number) {
    var token = new GatewayToken(customer, instrument, number);
    return new VaultedCard(token, fingerprint(merchant, number));
  }

  /// The same for the same number within one merchant account, and no way back to the token.
  static String fingerprint(String merchant, String number) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(merchant.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      var hash = digest.digest(number.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Optional<String> token(Reading answer, String name) {
    return Stream.of("tokenInformation.", "paymentInformation.")
        .flatMap(parent -> answer.text(parent + name + ".id").stream())
        .findFirst();
  }
}
