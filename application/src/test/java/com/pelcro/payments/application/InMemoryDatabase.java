package com.pelcro.payments.application;

import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.cardsession.InMemoryCardSessions;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.application.idempotency.InMemoryIdempotencyClaims;
import com.pelcro.payments.application.operation.InMemoryOperations;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.application.renewal.InMemoryRenewalQueue;
import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The tables the fakes share. One lock serves all of them and is held from a transaction's begin
/// to its end, so transactions run one after the other; what is rolled back is undone step by step.
public final class InMemoryDatabase {

  /// What an open transaction changed, newest first, and which rows are its own to change.
  private record Transaction(boolean explicit, Deque<Runnable> undo, Set<Object> held) {
    Transaction(boolean explicit) {
      this(explicit, new ArrayDeque<>(), new HashSet<>());
    }
  }

  public final InMemoryTable<Site> sites = new InMemoryTable<>(this, "sites");
  public final InMemoryTable<Integration> integrations = new InMemoryTable<>(this, "integrations");
  public final InMemoryTable<ApiKey> apiKeys = new InMemoryTable<>(this, "api_keys");
  public final InMemoryTable<Customer> customers = new InMemoryTable<>(this, "customers");
  public final InMemoryTable<Customer> removedCustomers = new InMemoryTable<>(this, "removed");
  public final InMemoryTable<VaultCustomer> vault = new InMemoryTable<>(this, "vault");
  public final InMemoryTable<CardSession> cardSessions = new InMemoryTable<>(this, "sessions");
  public final InMemoryTable<InMemoryCardSessions.Place> forms = new InMemoryTable<>(this, "forms");
  public final InMemoryTable<PaymentMethodId> tokens = new InMemoryTable<>(this, "tokens");
  public final InMemoryTable<PaymentMethod> methods = new InMemoryTable<>(this, "methods");
  public final InMemoryTable<Charge> charges = new InMemoryTable<>(this, "charges");
  public final InMemoryTable<Refund> refunds = new InMemoryTable<>(this, "refunds");
  public final InMemoryTable<InMemoryOperations.Row> operations =
      new InMemoryTable<>(this, "operations");
  public final InMemoryTable<Step> steps = new InMemoryTable<>(this, "steps");
  public final InMemoryTable<InMemoryIdempotencyClaims.Row> claims =
      new InMemoryTable<>(this, "claims");
  public final InMemoryTable<RecordedEvent> events = new InMemoryTable<>(this, "events");

  public final InMemoryTable<Difference> differences = new InMemoryTable<>(this, "differences");
  public final InMemoryTable<Reconciliation> reconciliations =
      new InMemoryTable<>(this, "reconciliations");

  public final InMemoryTable<Subscription> subscriptions =
      new InMemoryTable<>(this, "subscriptions");
  public final InMemoryTable<Renewal> renewals = new InMemoryTable<>(this, "renewals");
  public final InMemoryTable<InMemoryRenewalQueue.Wake> wakes = new InMemoryTable<>(this, "wakes");
  public final InMemoryTable<DunningPolicy> dunning = new InMemoryTable<>(this, "dunning");
  public final InMemoryTable<TestClock> testClocks = new InMemoryTable<>(this, "test_clocks");

  public final InMemoryTable<SettingsChange> settings = new InMemoryTable<>(this, "settings");

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Transaction open;

  /// Runs one statement: in the transaction this thread has open, else on its own.
  public <T> T ask(Supplier<T> statement) {
    lock.lock();
    try {
      return open == null ? whole(new Transaction(false), statement) : statement.get();
    } finally {
      lock.unlock();
    }
  }

  /// Runs one statement that gives nothing back.
  public void tell(Runnable statement) {
    var _ =
        ask(
            () -> {
              statement.run();
              return true;
            });
  }

  /// Throws unless the customer is there, or was: what refers to one who was removed stays.
  public void requireCustomer(SiteId site, CustomerId id) {
    if (removedCustomers.find(site, id.value()).isEmpty()) {
      customers.require(site, id.value());
    }
  }

  /// Whether this thread has a transaction open: nothing may ask a gateway then.
  public boolean inTransaction() {
    return lock.isHeldByCurrentThread() && open != null && open.explicit();
  }

  <T> Result<T> transaction(Supplier<Result<T>> work) {
    if (inTransaction()) {
      throw new IllegalStateException("transactions do not nest");
    }
    lock.lock();
    try {
      return whole(new Transaction(true), work);
    } finally {
      lock.unlock();
    }
  }

  void changed(InMemoryTable.Key row, Object table, Runnable undo) {
    current().undo.push(undo);
    hold(row, table);
  }

  void hold(InMemoryTable.Key row, Object table) {
    current().held.add(new Held(row, table));
  }

  boolean holds(InMemoryTable.Key row, Object table) {
    return current().held.contains(new Held(row, table));
  }

  private record Held(InMemoryTable.Key row, Object table) {}

  private Transaction current() {
    if (open == null) {
      throw new IllegalStateException("a row is touched outside of any statement");
    }
    return open;
  }

  private <T> T whole(Transaction transaction, Supplier<T> work) {
    open = transaction;
    var stands = false;
    try {
      var result = work.get();
      stands = stands(result);
      return result;
    } finally {
      if (!stands) {
        transaction.undo.forEach(Runnable::run);
      }
      open = null;
    }
  }

  private static boolean stands(Object result) {
    return !(result instanceof Refused<?>);
  }
}
