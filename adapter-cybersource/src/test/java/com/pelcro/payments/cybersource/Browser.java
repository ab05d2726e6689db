package com.pelcro.payments.cybersource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.cybersource.json.Networks;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.site.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/// What a page would do with a card that is typed into it.
final class Browser {

  private static final String MONTH = String.format(Locale.ROOT, "%02d", SampleCard.EXPIRY.month());
  private static final String YEAR = Integer.toString(SampleCard.EXPIRY.year());

  private Browser() {}

  static SharedSecret typed(ControlPanel panel, CardFields.Microform fields, SampleCard card) {
    var answer =
        panel.post(
            "/simulator/cards",
            Map.of(
                "capture_context",
                fields.captureContext(),
                "number",
                card.number(),
                "expiration_month",
                MONTH,
                "expiration_year",
                YEAR));
    return new SharedSecret(answer.path("transient_token").asText());
  }

  /// Encrypts the number to the key, and adds the expiry that the page knows to the answer.
  static SharedSecret tokenized(ControlPanel panel, CardFields.FlexKey fields, SampleCard card) {
    var info =
        Map.of(
            "cardNumber",
            encrypted(fields.jwk(), card.number()),
            "cardExpirationMonth",
            MONTH,
            "cardExpirationYear",
            YEAR,
            "cardType",
            Networks.of(card.network()).code().orElseThrow());
    var answer =
        (ObjectNode)
            panel.post("/flex/v1/tokens", Map.of("keyId", fields.keyId(), "cardInfo", info));
    return new SharedSecret(
        answer.put("cardExpirationMonth", MONTH).put("cardExpirationYear", YEAR).toString());
  }

  private static String encrypted(String jwk, String number) {
    try {
      var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      var padding =
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
      cipher.init(Cipher.ENCRYPT_MODE, RSAKey.parse(jwk).toRSAPublicKey(), padding);
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(number.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
