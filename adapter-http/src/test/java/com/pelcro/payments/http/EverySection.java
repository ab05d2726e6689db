package com.pelcro.payments.http;

import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.charge.ChargeSection;
import com.pelcro.payments.http.dashboard.charge.ChargeStepSection;
import com.pelcro.payments.http.dashboard.charge.DecisionSection;
import com.pelcro.payments.http.dashboard.integration.IntegrationSection;
import com.pelcro.payments.http.dashboard.login.LogoutSection;
import com.pelcro.payments.http.dashboard.overview.HomeSection;
import com.pelcro.payments.http.dashboard.overview.OverviewSection;
import com.pelcro.payments.http.dashboard.site.SiteSection;
import java.util.List;

/// All sections of the dashboard: what the service's own wiring has, for tests.
final class EverySection {

  static final List<Class<? extends Section>> KINDS =
      List.of(
          ChargeSection.class,
          ChargeStepSection.class,
          DecisionSection.class,
          HomeSection.class,
          IntegrationSection.class,
          LogoutSection.class,
          OverviewSection.class,
          SiteSection.class);

  private EverySection() {}
}
