package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.access.ApiKeys;
import com.pelcro.payments.application.access.DashboardSessions;
import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.charge.Collected;
import com.pelcro.payments.application.customer.CustomerCards;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.event.EventFeed;
import com.pelcro.payments.application.event.Snapshots;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.invariant.InvariantChecks;
import com.pelcro.payments.application.invariant.Violations;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.paymentmethod.DetachCards;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.application.reconciliation.AskedOperations;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.application.reconciliation.Reconciliations;
import com.pelcro.payments.application.refund.Refunds;
import com.pelcro.payments.application.renewal.ClockedSiteTime;
import com.pelcro.payments.application.renewal.DunningPolicies;
import com.pelcro.payments.application.renewal.RenewalQueue;
import com.pelcro.payments.application.renewal.RenewalSettlement;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.SiteTime;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.application.renewal.TestClocks;
import com.pelcro.payments.application.report.Reports;
import com.pelcro.payments.application.settings.SettingsHistory;
import com.pelcro.payments.application.site.Commitments;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.site.SealedSecrets;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.application.upkeep.Leftovers;
import com.pelcro.payments.application.upkeep.Vitals;
import com.pelcro.payments.http.event.EventJson;
import com.pelcro.payments.persistence.JdbiTransactions;
import com.pelcro.payments.persistence.access.JdbiApiKeys;
import com.pelcro.payments.persistence.access.JdbiDashboardSessions;
import com.pelcro.payments.persistence.cardsession.JdbiCardSessions;
import com.pelcro.payments.persistence.charge.JdbiCharges;
import com.pelcro.payments.persistence.customer.JdbiCustomers;
import com.pelcro.payments.persistence.event.JdbiEventFeed;
import com.pelcro.payments.persistence.idempotency.JdbiIdempotencyClaims;
import com.pelcro.payments.persistence.invariant.JdbiInvariantChecks;
import com.pelcro.payments.persistence.invariant.JdbiViolations;
import com.pelcro.payments.persistence.operation.JdbiOperations;
import com.pelcro.payments.persistence.paymentmethod.JdbiPaymentMethods;
import com.pelcro.payments.persistence.reconciliation.JdbiAskedOperations;
import com.pelcro.payments.persistence.reconciliation.JdbiDifferences;
import com.pelcro.payments.persistence.reconciliation.JdbiReconciliations;
import com.pelcro.payments.persistence.refund.JdbiRefunds;
import com.pelcro.payments.persistence.renewal.JdbiDunningPolicies;
import com.pelcro.payments.persistence.renewal.JdbiRenewalQueue;
import com.pelcro.payments.persistence.renewal.JdbiRenewals;
import com.pelcro.payments.persistence.renewal.JdbiTestClocks;
import com.pelcro.payments.persistence.report.JdbiReports;
import com.pelcro.payments.persistence.settings.JdbiSettingsHistory;
import com.pelcro.payments.persistence.site.JdbiCommitments;
import com.pelcro.payments.persistence.site.JdbiIntegrations;
import com.pelcro.payments.persistence.site.JdbiSealedSecrets;
import com.pelcro.payments.persistence.site.JdbiSites;
import com.pelcro.payments.persistence.subscription.JdbiSubscriptions;
import com.pelcro.payments.persistence.upkeep.JdbiLeftovers;
import com.pelcro.payments.persistence.upkeep.JdbiVitals;
import dagger.Binds;
import dagger.Module;

/// Which adapter stands behind which port.
@Module
interface PortsModule {

  @Binds
  SealedSecrets sealedSecrets(JdbiSealedSecrets secrets);

  @Binds
  Transactions transactions(JdbiTransactions adapter);

  @Binds
  Sites sites(JdbiSites adapter);

  @Binds
  Integrations integrations(JdbiIntegrations adapter);

  @Binds
  ApiKeys apiKeys(JdbiApiKeys adapter);

  @Binds
  DashboardSessions dashboardSessions(JdbiDashboardSessions adapter);

  @Binds
  Customers customers(JdbiCustomers adapter);

  @Binds
  CustomerCards customerCards(DetachCards useCase);

  @Binds
  CardSessions cardSessions(JdbiCardSessions adapter);

  @Binds
  PaymentMethods paymentMethods(JdbiPaymentMethods adapter);

  @Binds
  Charges charges(JdbiCharges adapter);

  @Binds
  Refunds refunds(JdbiRefunds adapter);

  @Binds
  Operations operations(JdbiOperations adapter);

  @Binds
  IdempotencyClaims idempotencyClaims(JdbiIdempotencyClaims adapter);

  @Binds
  EventFeed eventFeed(JdbiEventFeed adapter);

  @Binds
  Snapshots snapshots(EventJson adapter);

  @Binds
  Violations violations(JdbiViolations adapter);

  @Binds
  InvariantChecks invariantChecks(JdbiInvariantChecks adapter);

  @Binds
  Leftovers leftovers(JdbiLeftovers adapter);

  @Binds
  Vitals vitals(JdbiVitals adapter);

  @Binds
  AskedOperations askedOperations(JdbiAskedOperations adapter);

  @Binds
  Differences differences(JdbiDifferences adapter);

  @Binds
  Reconciliations reconciliations(JdbiReconciliations adapter);

  @Binds
  Subscriptions subscriptions(JdbiSubscriptions adapter);

  @Binds
  Commitments commitments(JdbiCommitments adapter);

  @Binds
  Renewals renewals(JdbiRenewals adapter);

  @Binds
  RenewalQueue renewalQueue(JdbiRenewalQueue adapter);

  @Binds
  DunningPolicies dunningPolicies(JdbiDunningPolicies adapter);

  @Binds
  SettingsHistory settingsHistory(JdbiSettingsHistory adapter);

  @Binds
  TestClocks testClocks(JdbiTestClocks adapter);

  @Binds
  Reports reports(JdbiReports adapter);

  @Binds
  SiteTime siteTime(ClockedSiteTime useCase);

  @Binds
  Collected collected(RenewalSettlement useCase);
}
