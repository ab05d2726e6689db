package com.pelcro.payments.domain.cardsession;

import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One opening of the hosted card fields. `verification` is what the gateway's adapter keeps for
/// itself to check the token that comes back; nobody else reads it.
public record CardSession(
    CardSessionId id,
    SiteId site,
    GatewayId gateway,
    List<Origin> origins,
    Set<CardNetwork> networks,
    CardFields fields,
    String verification,
    Instant createdAt,
    Instant expiresAt) {

  public CardSession {
    origins = List.copyOf(origins);
    networks = Set.copyOf(networks);
  }

  public CaptureMethod method() {
    return switch (fields) {
      case CardFields.Microform _ -> CaptureMethod.MICROFORM;
      case CardFields.FlexKey _ -> CaptureMethod.FLEX_KEY;
    };
  }
}
