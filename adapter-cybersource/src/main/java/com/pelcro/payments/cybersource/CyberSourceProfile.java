package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.MerchantKeys;
import com.pelcro.payments.domain.gateway.Flow;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.gateway.GatewayProfile.Setting;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/// What CyberSource needs to know of a merchant, and what it can do for one.
final class CyberSourceProfile {

  private static final GatewayId ID = new GatewayId("cybersource");

  private CyberSourceProfile() {}

  static GatewayProfile profile() {
    return new GatewayProfile(
        ID,
        "CyberSource",
        List.of(Environment.SANDBOX, Environment.LIVE),
        List.of(merchantId(), keyId(), secretKey()),
        Stream.of("USD", "CAD", "EUR").map(Currency::getInstance).toList(),
        List.of(CardNetwork.values()),
        EnumSet.complementOf(EnumSet.of(Flow.THREE_D_SECURE, Flow.GATEWAY_WEBHOOKS)));
  }

  private static Setting merchantId() {
    return new Setting(
        MerchantKeys.MERCHANT_ID,
        "Merchant ID",
        "Your CyberSource Merchant ID",
        false,
        true,
        MerchantKeys.MERCHANT_ID_SHAPE,
        "1 to 36 letters, digits, - and _");
  }

  private static Setting keyId() {
    return new Setting(
        MerchantKeys.KEY_ID,
        "Key ID",
        "The Key ID used for request signing",
        false,
        true,
        MerchantKeys.KEY_ID_SHAPE,
        "1 to 100 letters, digits and -");
  }

  private static Setting secretKey() {
    return new Setting(
        MerchantKeys.SECRET_KEY,
        "Secret Key",
        "The shared secret used for HMAC-SHA256 authentication",
        true,
        true,
        MerchantKeys.SECRET_KEY_SHAPE,
        "the Base64 text of the key, as it was downloaded");
  }
}
