package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.event.PaymentEvent.LedgersDiffer;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.Difference.Status;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Keeps each difference once, tells of it when it opens and when it goes away, and has recovery
/// look at what it can heal.
final class RecordDifferences {

  /// A difference that was seen, and whether it was not open before.
  record Seen(Difference difference, boolean news) {}

  private final Transactions transactions;
  private final Differences differences;
  private final Operations operations;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  RecordDifferences(
      Transactions transactions,
      Differences differences,
      Operations operations,
      EventLog events,
      InstantSource clock) {
    this.transactions = transactions;
    this.differences = differences;
    this.operations = operations;
    this.events = events;
    this.clock = clock;
  }

  Seen see(MerchantAccount account, Mismatch mismatch) {
    var found = difference(account, mismatch);
    return transactions.commit(
        () ->
            differences
                .lock(found.gateway(), found.type(), found.matter())
                .map(known -> again(known, found))
                .orElseGet(() -> first(found)));
  }

  private Difference difference(MerchantAccount account, Mismatch mismatch) {
    var now = clock.instant();
    var asked = mismatch.asked();
    SiteId site = asked == null ? account.first() : asked.operation().site();
    return new Difference(
        DifferenceId.next(),
        site,
        account.reader().gateway(),
        mismatch.type(),
        Status.OPEN,
        mismatch.matter(),
        mismatch.detail(),
        now,
        now,
        null);
  }

  private Seen first(Difference found) {
    differences.add(found);
    return opened(found);
  }

  private Seen again(Difference known, Difference found) {
    var seen = known.seenAgain(found);
    differences.update(seen);
    return known.status() == Status.RESOLVED ? opened(seen) : new Seen(seen, false);
  }

  private Seen opened(Difference difference) {
    events.append(new LedgersDiffer(difference));
    healable(difference).ifPresent(operation -> operations.lookAgain(operation, clock.instant()));
    return new Seen(difference, true);
  }

  /// What took effect at the gateway and not with us is found out, or given back, by recovery.
  private static Optional<Operation> healable(Difference difference) {
    return difference.type() == DifferenceType.MISSING_HERE
            || difference.type() == DifferenceType.STATUS
        ? Optional.ofNullable(difference.matter().operation())
        : Optional.empty();
  }

  /// What is open, lies in the period and was not seen this time is no difference any more.
  void resolve(MerchantAccount account, Period period, Set<DifferenceId> seen) {
    account.sites().stream()
        .flatMap(site -> differences.open(site, account.reader().gateway(), period).stream())
        .map(Difference::id)
        .filter(id -> !seen.contains(id))
        .forEach(this::resolve);
  }

  private void resolve(DifferenceId id) {
    var _ =
        transactions.commit(
            () -> differences.lock(id).filter(Difference::isOpen).map(this::resolved));
  }

  private Difference resolved(Difference open) {
    var gone = open.resolved();
    differences.update(gone);
    events.append(new LedgersDiffer(gone));
    return gone;
  }
}
