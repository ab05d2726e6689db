package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.site.Origin;
import java.util.List;
import java.util.stream.Stream;

/// Asks for hosted card fields.
public record SessionJson(
    List<String> targetOrigins,
    String clientVersion,
    List<String> allowedCardNetworks,
    List<String> allowedPaymentTypes,
    Options transientTokenResponseOptions) {

  record Options(boolean includeCardPrefix) {}

  /// Asks for a bare public key.
  public record KeyJson(String encryptionType, String targetOrigin) {

    public static KeyJson of(CaptureRequest request) {
      return new KeyJson("RsaOaep256", request.origins().getFirst().value());
    }
  }

  /// Networks are listed in our order, whatever order the set has.
  public static SessionJson of(CaptureRequest request) {
    var networks =
        Stream.of(Networks.values())
            .filter(row -> request.networks().contains(row.network()))
            .map(Networks::captureName)
            .toList();
    return new SessionJson(
        request.origins().stream().map(Origin::value).toList(),
        "v2",
        networks,
        List.of("CARD"),
        new Options(true));
  }
}
