package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.Checks;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// All the gateway knows: what it was asked, what it did, and where every payment stands.
final class Books {

  /// An answer, and how to take back what was done.
  record Deed(GatewayAnswer answer, Runnable undo) {
    static Deed none(GatewayAnswer answer) {
      return new Deed(answer, () -> {});
    }
  }

  /// An annulment, and what it undid.
  record Undone(String id, Instant at, Asked known) {}

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final List<Asked> asked = new ArrayList<>();
  private final List<Undone> annulments = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private final Map<String, Payment> payments = new HashMap<>();
  private final Map<String, Taking> captures = new HashMap<>();
  private boolean indexing = true;
  private long last = 7_000_000_000_000_000_000L;

  Books(InstantSource clock) {
    this.clock = clock;
  }

  /// Does what is asked unless it was asked under these references before: that is no answer to it,
  /// and says nothing of what became of the first.
  GatewayAnswer once(OperationKind kind, References references, Money amount, Supplier<Deed> deed) {
    if (find(known -> overlap(known.references, references)).isPresent()) {
      return new NoAnswer("something was asked under these references before");
    }
    var done = deed.get();
    asked.add(
        new Asked(
            id(done.answer()),
            clock.instant(),
            kind,
            references,
            amount,
            done.answer(),
            done.undo(),
            indexing));
    return done.answer();
  }

  private String id(GatewayAnswer answer) {
    return switch (answer) {
      case Approval(var reference, _) -> reference.transactionId();
      case Hold(var reference, _, _) -> reference.transactionId();
      case Review(var reference) -> reference.transactionId();
      case Decline(_, var reference) -> reference.transactionId();
      case Rejection _, NotSent _, NoAnswer _ -> reference().transactionId();
    };
  }

  private static boolean overlap(References one, References other) {
    return one.code().equals(other.code()) || one.transactionId().equals(other.transactionId());
  }

  GatewayReference reference() {
    var id = Long.toString(++last);
    return new GatewayReference(id, "network-" + id, "831000", "rec-" + id, new Checks("Y", "M"));
  }

  /// The reference a payment was answered with.
  GatewayReference reference(Payment payment) {
    return payments.entrySet().stream()
        .filter(entry -> entry.getValue() == payment)
        .map(entry -> GatewayReference.of(entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  void moved(Movement.Kind kind, Money amount, References references) {
    movements.add(new Movement(kind, amount, references, clock.instant()));
  }

  void open(String id, Payment payment) {
    payments.put(id, payment);
  }

  void open(String id, Taking taking) {
    captures.put(id, taking);
  }

  Optional<Payment> payment(String id) {
    return Optional.ofNullable(payments.get(id));
  }

  Optional<Payment> payment(References references) {
    return payments.values().stream()
        .filter(payment -> payment.references.equals(references))
        .findFirst();
  }

  Optional<Taking> capture(String id) {
    return Optional.ofNullable(captures.get(id));
  }

  /// The one thing asked under this code, if its amount fits; the index may not have it yet.
  Finding find(Lookup lookup) {
    return find(known -> known.references.code().equals(lookup.references().code()))
        .filter(known -> known.indexed)
        .map(known -> found(known, lookup))
        .orElse(new Finding.NotFound());
  }

  private static Finding found(Asked known, Lookup lookup) {
    return known.amount.equals(lookup.amount()) && known.kind == lookup.kind()
        ? new Finding.Found(known.outcome)
        : new Finding.Contradiction("a " + known.kind + " over " + known.amount);
  }

  /// Takes back what was done under a transaction id; nothing that has settled.
  Annulment annul(Lookup lookup) {
    if (clock.instant().isBefore(lookup.askedAt().plus(PATIENCE))) {
      throw new IllegalStateException("a gateway is given 60 seconds before it is asked to undo");
    }
    var id = lookup.references().transactionId();
    return find(known -> known.references.transactionId().equals(id))
        .filter(Asked::did)
        .filter(known -> !isSettled(known.references))
        .map(this::annulled)
        .orElse(new Annulment.NothingThere("nothing to undo under this transaction id"));
  }

  private Annulment annulled(Asked known) {
    known.undo.run();
    known.annul(new Rejection(new Failure(FailureCode.ANNULLED, "undone by its transaction id")));
    var reference = reference();
    annulments.add(new Undone(reference.transactionId(), clock.instant(), known));
    return new Annulment.Annulled(reference);
  }

  private boolean isSettled(References references) {
    return payment(references)
        .map(payment -> payment.taking)
        .filter(taking -> taking.settled)
        .isPresent();
  }

  /// Changes the outcome of what was asked under these references.
  void decide(References references, GatewayAnswer outcome) {
    find(known -> known.references.equals(references)).orElseThrow().outcome = outcome;
  }

  private Optional<Asked> find(Predicate<Asked> which) {
    return asked.stream().filter(which).findFirst();
  }

  void settleDay() {
    captures.values().forEach(taking -> taking.settled = true);
  }

  void stopIndex() {
    indexing = false;
  }

  void catchUpIndex() {
    indexing = true;
    asked.forEach(known -> known.indexed = true);
  }

  /// Everything the index has, in the order it was asked.
  List<Asked> indexed() {
    return asked.stream().filter(known -> known.indexed).toList();
  }

  List<Undone> annulments() {
    return List.copyOf(annulments);
  }

  void forget(String id) {
    asked.removeIf(known -> known.id.equals(id));
  }

  Ledger ledger() {
    return new Ledger(movements);
  }
}
