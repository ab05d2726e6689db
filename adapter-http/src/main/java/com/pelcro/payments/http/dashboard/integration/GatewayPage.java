package com.pelcro.payments.http.dashboard.integration;

import com.pelcro.payments.http.dashboard.Form;
import org.jspecify.annotations.Nullable;

/// A gateway's page, with what trying it out came to just now.
public record GatewayPage(GatewayView gateway, Form form, @Nullable CheckView checked) {}
