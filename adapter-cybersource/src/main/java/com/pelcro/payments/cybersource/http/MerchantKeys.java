package com.pelcro.payments.cybersource.http;

import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.SharedSecret;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// One merchant account and a key to it. `signedAs` is the account the key belongs to: the merchant
/// itself, or the portfolio above it when the key opens several.
public record MerchantKeys(
    String merchantId, String signedAs, String keyId, SharedSecret secretKey) {

  public static final String MERCHANT_ID = "merchant_id";
  public static final String KEY_ID = "key_id";
  public static final String SECRET_KEY = "secret_key";

  /// What the settings have to look like; what does not could not be signed or sent.
  public static final Pattern MERCHANT_ID_SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,36}");

  public static final Pattern KEY_ID_SHAPE = Pattern.compile("[A-Za-z0-9-]{1,100}");
  public static final Pattern SECRET_KEY_SHAPE =
      Pattern.compile(
          "(?=.{2,512}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})");

  /// The keys in an integration's credentials; empty when they cannot be used.
  public static Optional<MerchantKeys> read(Credentials credentials) {
    var merchant = credentials.values().get(MERCHANT_ID);
    var key = credentials.values().get(KEY_ID);
    var secret = credentials.secrets().get(SECRET_KEY);
    return merchant != null && key != null && secret != null
        ? Optional.of(new MerchantKeys(merchant, merchant, key, secret))
            .filter(MerchantKeys::isUsable)
        : Optional.empty();
  }

  private boolean isUsable() {
    return MERCHANT_ID_SHAPE.matcher(merchantId).matches()
        && KEY_ID_SHAPE.matcher(keyId).matches()
        && SECRET_KEY_SHAPE.matcher(secretKey.reveal()).matches();
  }

  byte[] secret() {
    return Base64.getDecoder().decode(secretKey.reveal());
  }
}
