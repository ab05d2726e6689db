package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Origin;
import java.util.List;
import java.util.Set;

/// Which pages may show the card fields, and which networks they take.
public record CaptureRequest(
    CaptureMethod method, List<Origin> origins, Set<CardNetwork> networks) {}
