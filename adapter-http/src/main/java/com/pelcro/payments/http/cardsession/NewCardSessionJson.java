package com.pelcro.payments.http.cardsession;

import com.pelcro.payments.application.cardsession.StartCardSession;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Origin;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A card session to be opened.
record NewCardSessionJson(
    @Nullable List<String> origins, @Nullable List<String> cardNetworks, @Nullable String method) {

  StartCardSession.Request request(Intent intent) {
    return new StartCardSession.Request(
        intent,
        (origins == null ? List.<String>of() : origins).stream().map(Origin::new).toList(),
        (cardNetworks == null ? List.<String>of() : cardNetworks)
            .stream()
                .map(code -> CardNetwork.of(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet()),
        method == null
            ? CaptureMethod.MICROFORM
            : CaptureMethod.valueOf(method.toUpperCase(Locale.ROOT)));
  }
}
