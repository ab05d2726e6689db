package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.http.apikey.ApiKeyRoutes;
import com.pelcro.payments.http.cardsession.CardForm;
import com.pelcro.payments.http.cardsession.CardSessionRoutes;
import com.pelcro.payments.http.charge.ChargeDecisionRoutes;
import com.pelcro.payments.http.charge.ChargeRoutes;
import com.pelcro.payments.http.charge.ChargeStepRoutes;
import com.pelcro.payments.http.customer.CustomerRoutes;
import com.pelcro.payments.http.event.EventRoutes;
import com.pelcro.payments.http.ops.ContractRoutes;
import com.pelcro.payments.http.ops.HealthRoutes;
import com.pelcro.payments.http.ops.InvariantRoutes;
import com.pelcro.payments.http.ops.MetricsRoutes;
import com.pelcro.payments.http.paymentmethod.PaymentMethodRoutes;
import com.pelcro.payments.http.reconciliation.DifferenceRoutes;
import com.pelcro.payments.http.reconciliation.ReconciliationRoutes;
import com.pelcro.payments.http.refund.RefundRoutes;
import com.pelcro.payments.http.report.ReportRoutes;
import com.pelcro.payments.http.server.Routes;
import com.pelcro.payments.http.site.GatewayRoutes;
import com.pelcro.payments.http.site.IntegrationRoutes;
import com.pelcro.payments.http.site.SiteRoutes;
import com.pelcro.payments.http.subscription.DunningRoutes;
import com.pelcro.payments.http.subscription.RenewalRoutes;
import com.pelcro.payments.http.subscription.SubscriptionRoutes;
import com.pelcro.payments.http.subscription.SubscriptionStepRoutes;
import com.pelcro.payments.http.subscription.TestClockRoutes;
import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;

/// Everything the API serves.
@Module
interface RoutesModule {

  @Binds
  @IntoSet
  Routes apiKeys(ApiKeyRoutes routes);

  @Binds
  @IntoSet
  Routes cardForm(CardForm routes);

  @Binds
  @IntoSet
  Routes cardSessions(CardSessionRoutes routes);

  @Binds
  @IntoSet
  Routes charges(ChargeRoutes routes);

  @Binds
  @IntoSet
  Routes chargeDecisions(ChargeDecisionRoutes routes);

  @Binds
  @IntoSet
  Routes chargeSteps(ChargeStepRoutes routes);

  @Binds
  @IntoSet
  Routes contract(ContractRoutes routes);

  @Binds
  @IntoSet
  Routes customers(CustomerRoutes routes);

  @Binds
  @IntoSet
  Routes events(EventRoutes routes);

  @Binds
  @IntoSet
  Routes gateways(GatewayRoutes routes);

  @Binds
  @IntoSet
  Routes health(HealthRoutes routes);

  @Binds
  @IntoSet
  Routes integrations(IntegrationRoutes routes);

  @Binds
  @IntoSet
  Routes invariants(InvariantRoutes routes);

  @Binds
  @IntoSet
  Routes metrics(MetricsRoutes routes);

  @Binds
  @IntoSet
  Routes paymentMethods(PaymentMethodRoutes routes);

  @Binds
  @IntoSet
  Routes differences(DifferenceRoutes routes);

  @Binds
  @IntoSet
  Routes reconciliations(ReconciliationRoutes routes);

  @Binds
  @IntoSet
  Routes refunds(RefundRoutes routes);

  @Binds
  @IntoSet
  Routes reports(ReportRoutes routes);

  @Binds
  @IntoSet
  Routes sites(SiteRoutes routes);

  @Binds
  @IntoSet
  Routes dunning(DunningRoutes routes);

  @Binds
  @IntoSet
  Routes renewals(RenewalRoutes routes);

  @Binds
  @IntoSet
  Routes subscriptions(SubscriptionRoutes routes);

  @Binds
  @IntoSet
  Routes subscriptionSteps(SubscriptionStepRoutes routes);

  @Binds
  @IntoSet
  Routes testClocks(TestClockRoutes routes);
}
