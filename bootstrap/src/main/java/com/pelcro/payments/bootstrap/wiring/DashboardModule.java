package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.http.dashboard.Dashboard;
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
import com.pelcro.payments.http.dashboard.login.LoginPages;
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
import com.pelcro.payments.http.server.Pages;
import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;

/// Every page for people.
@Module
interface DashboardModule {

  @Binds
  @IntoSet
  Pages login(LoginPages pages);

  @Binds
  @IntoSet
  Pages dashboard(Dashboard pages);

  @Binds
  @IntoSet
  Section charge(ChargeSection section);

  @Binds
  @IntoSet
  Section chargeStep(ChargeStepSection section);

  @Binds
  @IntoSet
  Section decision(DecisionSection section);

  @Binds
  @IntoSet
  Section history(HistorySection section);

  @Binds
  @IntoSet
  Section download(DownloadSection section);

  @Binds
  @IntoSet
  Section priceChange(PriceChangeSection section);

  @Binds
  @IntoSet
  Section testClock(TestClockSection section);

  @Binds
  @IntoSet
  Section home(HomeSection section);

  @Binds
  @IntoSet
  Section integration(IntegrationSection section);

  @Binds
  @IntoSet
  Section logout(LogoutSection section);

  @Binds
  @IntoSet
  Section overview(OverviewSection section);

  @Binds
  @IntoSet
  Section site(SiteSection section);

  @Binds
  @IntoSet
  Section cardRemoval(CardRemovalSection section);

  @Binds
  @IntoSet
  Section cardChange(CardChangeSection section);

  @Binds
  @IntoSet
  Section customer(CustomerSection section);

  @Binds
  @IntoSet
  Section difference(DifferenceSection section);

  @Binds
  @IntoSet
  Section dunning(DunningSection section);

  @Binds
  @IntoSet
  Section event(EventSection section);

  @Binds
  @IntoSet
  Section key(KeySection section);

  @Binds
  @IntoSet
  Section subscription(SubscriptionSection section);

  @Binds
  @IntoSet
  Section subscriptionStep(SubscriptionStepSection section);
}
