package com.pelcro.payments.application;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.pelcro.payments.application.access.ApiKeys;
import com.pelcro.payments.application.access.DashboardSessions;
import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.event.EventFeed;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.event.RecordedEvent;
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
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.function.Supplier;

/// All storage ports over one database: what a contract test, and a use case's test, works with.
public interface Storage {

  Transactions transactions();

  Sites sites();

  Integrations integrations();

  ApiKeys apiKeys();

  DashboardSessions dashboardSessions();

  Customers customers();

  CardSessions cardSessions();

  PaymentMethods paymentMethods();

  Charges charges();

  Refunds refunds();

  Operations operations();

  IdempotencyClaims claims();

  EventLog eventLog();

  EventFeed eventFeed();

  AskedOperations askedOperations();

  Differences differences();

  Reconciliations reconciliations();

  Subscriptions subscriptions();

  Renewals renewals();

  RenewalQueue renewalQueue();

  DunningPolicies dunningPolicies();

  TestClocks testClocks();

  SettingsHistory settingsHistory();

  Commitments commitments();

  Reports reports();

  /// A site's feed as it is stored, oldest first.
  List<RecordedEvent> recorded(SiteId site);

  /// Does the work in a transaction that commits.
  @CanIgnoreReturnValue
  default <T> T commit(Supplier<T> work) {
    return transactions().commit(work);
  }

  /// Does the work in a transaction that commits and gives nothing back.
  default void run(Runnable work) {
    commit(
        () -> {
          work.run();
          return true;
        });
  }
}
