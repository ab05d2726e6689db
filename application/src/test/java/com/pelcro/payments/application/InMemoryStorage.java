package com.pelcro.payments.application;

import com.pelcro.payments.application.access.ApiKeys;
import com.pelcro.payments.application.access.DashboardSessions;
import com.pelcro.payments.application.access.InMemoryApiKeys;
import com.pelcro.payments.application.access.InMemoryDashboardSessions;
import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.cardsession.InMemoryCardSessions;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.charge.InMemoryCharges;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.customer.InMemoryCustomers;
import com.pelcro.payments.application.event.EventFeed;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.event.InMemoryEventFeed;
import com.pelcro.payments.application.event.InMemoryEventLog;
import com.pelcro.payments.application.event.PlainSnapshots;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.application.event.Snapshots;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.InMemoryIdempotencyClaims;
import com.pelcro.payments.application.operation.InMemoryOperations;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.paymentmethod.InMemoryPaymentMethods;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.application.reconciliation.AskedOperations;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.application.reconciliation.InMemoryAskedOperations;
import com.pelcro.payments.application.reconciliation.InMemoryDifferences;
import com.pelcro.payments.application.reconciliation.InMemoryReconciliations;
import com.pelcro.payments.application.reconciliation.Reconciliations;
import com.pelcro.payments.application.refund.InMemoryRefunds;
import com.pelcro.payments.application.refund.Refunds;
import com.pelcro.payments.application.renewal.DunningPolicies;
import com.pelcro.payments.application.renewal.InMemoryDunningPolicies;
import com.pelcro.payments.application.renewal.InMemoryRenewalQueue;
import com.pelcro.payments.application.renewal.InMemoryRenewals;
import com.pelcro.payments.application.renewal.InMemorySubscriptions;
import com.pelcro.payments.application.renewal.InMemoryTestClocks;
import com.pelcro.payments.application.renewal.RenewalQueue;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.application.renewal.TestClocks;
import com.pelcro.payments.application.report.InMemoryReports;
import com.pelcro.payments.application.report.Reports;
import com.pelcro.payments.application.settings.InMemorySettingsHistory;
import com.pelcro.payments.application.settings.SettingsHistory;
import com.pelcro.payments.application.site.Commitments;
import com.pelcro.payments.application.site.InMemoryCommitments;
import com.pelcro.payments.application.site.InMemoryIntegrations;
import com.pelcro.payments.application.site.InMemorySites;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.site.SiteId;
import java.time.InstantSource;
import java.util.List;

/// Every fake, over tables of its own in memory.
public record InMemoryStorage(
    InMemoryDatabase database,
    Transactions transactions,
    Sites sites,
    Integrations integrations,
    ApiKeys apiKeys,
    DashboardSessions dashboardSessions,
    Customers customers,
    CardSessions cardSessions,
    PaymentMethods paymentMethods,
    Charges charges,
    Refunds refunds,
    Operations operations,
    IdempotencyClaims claims,
    EventLog eventLog,
    EventFeed eventFeed,
    AskedOperations askedOperations,
    Differences differences,
    Reconciliations reconciliations,
    Subscriptions subscriptions,
    Renewals renewals,
    RenewalQueue renewalQueue,
    DunningPolicies dunningPolicies,
    TestClocks testClocks,
    SettingsHistory settingsHistory,
    Commitments commitments,
    Reports reports)
    implements Storage {

  /// Empty tables, plain snapshots and a clock that stands still.
  public static InMemoryStorage empty() {
    return with(new PlainSnapshots(), new SettableClock());
  }

  public static InMemoryStorage with(Snapshots snapshots, InstantSource clock) {
    var database = new InMemoryDatabase();
    return new InMemoryStorage(
        database,
        new InMemoryTransactions(database),
        new InMemorySites(database),
        new InMemoryIntegrations(database),
        new InMemoryApiKeys(database),
        new InMemoryDashboardSessions(database),
        new InMemoryCustomers(database),
        new InMemoryCardSessions(database),
        new InMemoryPaymentMethods(database),
        new InMemoryCharges(database),
        new InMemoryRefunds(database),
        new InMemoryOperations(database),
        new InMemoryIdempotencyClaims(database),
        new InMemoryEventLog(database, snapshots, clock),
        new InMemoryEventFeed(database),
        new InMemoryAskedOperations(database),
        new InMemoryDifferences(database),
        new InMemoryReconciliations(database),
        new InMemorySubscriptions(database),
        new InMemoryRenewals(database),
        new InMemoryRenewalQueue(database),
        new InMemoryDunningPolicies(database),
        new InMemoryTestClocks(database),
        new InMemorySettingsHistory(database),
        new InMemoryCommitments(database),
        new InMemoryReports(database));
  }

  @Override
  public List<RecordedEvent> recorded(SiteId site) {
    return database.ask(() -> database.events.of(site).toList());
  }
}
