package com.pelcro.payments.persistence;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.access.ApiKeys;
import com.pelcro.payments.application.access.DashboardSessions;
import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.event.EventFeed;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.application.event.Snapshots;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.application.reconciliation.AskedOperations;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.application.reconciliation.Reconciliations;
import com.pelcro.payments.application.refund.Refunds;
import com.pelcro.payments.application.renewal.DunningPolicies;
import com.pelcro.payments.application.renewal.RenewalQueue;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.application.renewal.TestClocks;
import com.pelcro.payments.application.report.Reports;
import com.pelcro.payments.application.settings.SettingsHistory;
import com.pelcro.payments.application.site.Commitments;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.access.JdbiApiKeys;
import com.pelcro.payments.persistence.access.JdbiDashboardSessions;
import com.pelcro.payments.persistence.cardsession.JdbiCardSessions;
import com.pelcro.payments.persistence.charge.JdbiCharges;
import com.pelcro.payments.persistence.customer.JdbiCustomers;
import com.pelcro.payments.persistence.event.JdbiEventFeed;
import com.pelcro.payments.persistence.event.JdbiEventLog;
import com.pelcro.payments.persistence.idempotency.JdbiIdempotencyClaims;
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
import com.pelcro.payments.persistence.site.JdbiSites;
import com.pelcro.payments.persistence.site.SecretColumn;
import com.pelcro.payments.persistence.site.SecretKeys;
import com.pelcro.payments.persistence.subscription.JdbiSubscriptions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/// Every port on PostgreSQL.
record JdbiStorage(
    Database database,
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

  static final SharedSecret KEY =
      new SharedSecret(TestOutput.secret("a key that seals secrets in tests only"));

  static JdbiStorage on(DatabaseSettings settings, Snapshots snapshots, InstantSource clock) {
    var database = new Database(settings);
    return new JdbiStorage(
        database,
        new JdbiTransactions(database),
        new JdbiSites(database),
        new JdbiIntegrations(database, new SecretColumn(new SecretKeys(KEY, null))),
        new JdbiApiKeys(database),
        new JdbiDashboardSessions(database),
        new JdbiCustomers(database),
        new JdbiCardSessions(database),
        new JdbiPaymentMethods(database),
        new JdbiCharges(database),
        new JdbiRefunds(database),
        new JdbiOperations(database),
        new JdbiIdempotencyClaims(database),
        new JdbiEventLog(database, snapshots, clock),
        new JdbiEventFeed(database),
        new JdbiAskedOperations(database),
        new JdbiDifferences(database),
        new JdbiReconciliations(database),
        new JdbiSubscriptions(database),
        new JdbiRenewals(database, new JdbiCharges(database)),
        new JdbiRenewalQueue(database),
        new JdbiDunningPolicies(database),
        new JdbiTestClocks(database),
        new JdbiSettingsHistory(database),
        new JdbiCommitments(database),
        new JdbiReports(database));
  }

  @Override
  public List<RecordedEvent> recorded(SiteId site) {
    return database.list(
        "SELECT * FROM events WHERE site_id = :site ORDER BY sequence",
        Binds.at(site),
        JdbiStorage::event);
  }

  private static RecordedEvent event(Columns columns) throws SQLException {
    return new RecordedEvent(
        new EventId(columns.text("event_id")),
        new SiteId(columns.text("site_id")),
        columns.count("sequence"),
        columns.text("type"),
        columns.instant("created_at"),
        columns.text("object_type"),
        columns.text("object_id"),
        columns.count("object_sequence"),
        columns.text("data"));
  }
}
