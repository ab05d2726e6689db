package com.pelcro.payments.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The money the gateway believes it moved, oldest first. Guarded by the simulator's one lock.
public final class Ledger {

  /// Sums in minor units of one currency.
  ///
  /// @param authorized everything issuers ever approved
  /// @param held set aside, neither captured nor given free
  public record Totals(long authorized, long captured, long refunded, long held) {

    Totals plus(Totals more) {
      return new Totals(
          authorized + more.authorized,
          captured + more.captured,
          refunded + more.refunded,
          held + more.held);
    }
  }

  private final Map<String, Transaction> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> byCode = new HashMap<>();
  private final Map<String, List<String>> byTransactionId = new HashMap<>();
  private final Map<String, List<String>> followOns = new HashMap<>();
  private long last;

  /// The next id: 22 digits, rising.
  public String nextId(Instant now) {
    return "7%012d%06d003".formatted(now.toEpochMilli() % 1_000_000_000_000L, ++last % 1_000_000L);
  }

  /// Writes a new movement down.
  public Transaction add(Transaction transaction) {
    byId.put(transaction.id(), transaction);
    index(byCode, transaction.references().code(), transaction);
    index(byTransactionId, transaction.references().transactionId(), transaction);
    index(followOns, transaction.parent(), transaction);
    return transaction;
  }

  private static void index(
      Map<String, List<String>> index, @Nullable String key, Transaction transaction) {
    if (key != null) {
      index.computeIfAbsent(key, _ -> new ArrayList<>()).add(transaction.id());
    }
  }

  /// Writes down how a movement stands now.
  public Transaction replace(Transaction transaction) {
    byId.put(transaction.id(), transaction);
    return transaction;
  }

  /// The merchant's movement with this id.
  public Optional<Transaction> find(String merchant, String id) {
    return Optional.ofNullable(byId.get(id)).filter(found -> found.merchant().equals(merchant));
  }

  /// The merchant's movements under this reference, oldest first.
  public List<Transaction> byCode(String merchant, String code) {
    return listed(byCode, code).filter(found -> found.merchant().equals(merchant)).toList();
  }

  /// The merchant's movements under its own id of the request, oldest first.
  public List<Transaction> byTransactionId(String merchant, String transactionId) {
    return listed(byTransactionId, transactionId)
        .filter(found -> found.merchant().equals(merchant))
        .toList();
  }

  /// What followed a movement.
  public List<Transaction> followOns(String id) {
    return listed(followOns, id).toList();
  }

  private Stream<Transaction> listed(Map<String, List<String>> index, String key) {
    return index.getOrDefault(key, List.of()).stream().map(byId::get);
  }

  /// Everything, oldest first.
  public Collection<Transaction> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /// What was captured of a payment and not voided.
  public long captured(Transaction payment) {
    var own = payment.kind() == Kind.SALE && payment.clearing().moves() ? payment.authorized() : 0;
    return own + sum(payment, Kind.CAPTURE);
  }

  /// What was refunded of a payment or capture, its captures included, and not voided.
  public long refunded(Transaction original) {
    var ofCaptures =
        followOns(original.id()).stream()
            .filter(child -> child.kind() == Kind.CAPTURE)
            .mapToLong(this::refunded)
            .sum();
    return ofCaptures + sum(original, Kind.REFUND);
  }

  private long sum(Transaction original, Kind kind) {
    return followOns(original.id()).stream()
        .filter(child -> child.kind() == kind && child.clearing().moves())
        .mapToLong(child -> child.amount().minorUnits())
        .sum();
  }

  /// What the issuer still keeps aside for a payment.
  public long held(Transaction payment) {
    return payment.hold() == Hold.HELD ? Math.max(0, payment.authorized() - captured(payment)) : 0;
  }

  /// The day closes: what was taken down is handed over and cannot be voided any more.
  public int settle() {
    var due = byId.values().stream().filter(found -> found.clearing() == Clearing.PENDING).toList();
    due.forEach(this::transmit);
    return due.size();
  }

  private void transmit(Transaction pending) {
    var status = pending.isPayment() ? pending.status() : "TRANSMITTED";
    replace(pending.in(pending.outcome().in(status, null), Clearing.TRANSMITTED, pending.hold()));
  }

  /// Sums by currency over some movements.
  public Map<String, Totals> totals(Collection<Transaction> movements) {
    var totals = new TreeMap<String, Totals>();
    for (var movement : movements) {
      totals.merge(movement.amount().currency(), share(movement), Totals::plus);
    }
    return totals;
  }

  private Totals share(Transaction movement) {
    var units = movement.clearing().moves() ? movement.amount().minorUnits() : 0;
    return switch (movement.kind()) {
      case SALE, AUTHORIZATION ->
          new Totals(
              movement.authorized(),
              movement.clearing().moves() ? movement.authorized() : 0,
              0,
              held(movement));
      case CAPTURE -> new Totals(0, units, 0, 0);
      case REFUND, CREDIT -> new Totals(0, 0, units, 0);
      case REVERSAL, VOID -> new Totals(0, 0, 0, 0);
    };
  }

  /// Forgets everything.
  public void clear() {
    byId.clear();
    byCode.clear();
    byTransactionId.clear();
    followOns.clear();
  }
}
