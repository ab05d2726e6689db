package com.pelcro.payments.http;

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
import java.util.List;

/// All kinds of routes there are: what the service's own wiring has, for tests.
final class EveryRoute {

  static final List<Class<? extends Routes>> KINDS =
      List.of(
          ApiKeyRoutes.class,
          CardForm.class,
          CardSessionRoutes.class,
          ChargeDecisionRoutes.class,
          ChargeRoutes.class,
          ChargeStepRoutes.class,
          ContractRoutes.class,
          CustomerRoutes.class,
          DifferenceRoutes.class,
          EventRoutes.class,
          GatewayRoutes.class,
          HealthRoutes.class,
          IntegrationRoutes.class,
          InvariantRoutes.class,
          MetricsRoutes.class,
          PaymentMethodRoutes.class,
          ReconciliationRoutes.class,
          RefundRoutes.class,
          ReportRoutes.class,
          SiteRoutes.class,
          DunningRoutes.class,
          RenewalRoutes.class,
          SubscriptionRoutes.class,
          SubscriptionStepRoutes.class,
          TestClockRoutes.class);

  private EveryRoute() {}
}
