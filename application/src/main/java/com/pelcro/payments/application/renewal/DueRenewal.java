package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.SubscriptionId;
import java.time.Instant;

/// A renewal that is to be looked at.
public record DueRenewal(
    SiteId site, SubscriptionId subscription, RenewalId renewal, Instant due) {}
