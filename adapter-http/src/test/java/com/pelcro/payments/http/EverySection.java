package com.pelcro.payments.http;

import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.charge.ChargeSection;
import com.pelcro.payments.http.dashboard.charge.ChargeStepSection;
import com.pelcro.payments.http.dashboard.charge.DecisionSection;
import com.pelcro.payments.http.dashboard.charge.DownloadSection;
import com.pelcro.payments.http.dashboard.customer.CardRemovalSection;
import com.pelcro.payments.http.dashboard.customer.CustomerSection;
import com.pelcro.payments.http.dashboard.event.EventSection;
import com.pelcro.payments.http.dashboard.integration.IntegrationSection;
import com.pelcro.payments.http.dashboard.key.KeySection;
import com.pelcro.payments.http.dashboard.ledger.DifferenceSection;
import com.pelcro.payments.http.dashboard.login.LogoutSection;
import com.pelcro.payments.http.dashboard.overview.HomeSection;
import com.pelcro.payments.http.dashboard.overview.OverviewSection;
import com.pelcro.payments.http.dashboard.site.HistorySection;
import com.pelcro.payments.http.dashboard.site.SiteSection;
import com.pelcro.payments.http.dashboard.subscription.CardChangeSection;
import com.pelcro.payments.http.dashboard.subscription.DunningSection;
import com.pelcro.payments.http.dashboard.subscription.PriceChangeSection;
import com.pelcro.payments.http.dashboard.subscription.SubscriptionSection;
import com.pelcro.payments.http.dashboard.subscription.SubscriptionStepSection;
import com.pelcro.payments.http.dashboard.subscription.TestClockSection;
import java.util.List;

/// All sections of the dashboard: what the service's own wiring has, for tests.
final class EverySection {

  static final List<Class<? extends Section>> KINDS =
      List.of(
          CardRemovalSection.class,
          CardChangeSection.class,
          CustomerSection.class,
          DifferenceSection.class,
          DunningSection.class,
          EventSection.class,
          KeySection.class,
          PriceChangeSection.class,
          SubscriptionSection.class,
          SubscriptionStepSection.class,
          ChargeSection.class,
          ChargeStepSection.class,
          DecisionSection.class,
          DownloadSection.class,
          HistorySection.class,
          HomeSection.class,
          IntegrationSection.class,
          LogoutSection.class,
          OverviewSection.class,
          SiteSection.class,
          TestClockSection.class);

  private EverySection() {}
}
