package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.gateway.BookEntry.Effect;
import com.pelcro.payments.domain.gateway.BookEntry.Kind;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Holds one operation against what the gateway wrote down under its reference.
final class Comparison {

  /// Where the money of an operation is, as one side sees it.
  private enum Standing {
    /// Nobody knows yet.
    UNKNOWN,
    /// Nothing moved.
    NOTHING,
    HELD,
    /// Taken, given back, let go of: done as asked.
    DONE,
    /// It took effect and was undone again.
    UNDONE
  }

  private static final Set<Kind> UNDOING = Set.of(Kind.VOID, Kind.RELEASE, Kind.REFUND);

  private final AskedOperation asked;
  private final List<BookEntry> entries;
  private final List<BookEntry> effective;

  private Comparison(AskedOperation asked, List<BookEntry> entries) {
    this.asked = asked;
    this.entries = entries;
    this.effective = own().filter(BookEntry::isEffective).toList();
  }

  /// What differs; at least one entry is there.
  static List<Mismatch> of(AskedOperation asked, List<BookEntry> entries) {
    var comparison = new Comparison(asked, entries);
    return Stream.of(comparison.twin(), comparison.money(), comparison.status())
        .flatMap(Optional::stream)
        .toList();
  }

  private OperationKind kind() {
    return asked.operation().kind();
  }

  /// The entries of the operation itself, and not of what was done to it.
  private Stream<BookEntry> own() {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.OTHER || kinds(kind()).contains(entry.kind()));
  }

  private static Set<Kind> kinds(OperationKind kind) {
    return switch (kind) {
      case CHARGE -> Set.of(Kind.PAYMENT);
      case SAVE_CARD -> Set.of(Kind.VERIFICATION, Kind.PAYMENT);
      case CAPTURE -> Set.of(Kind.CAPTURE);
      case REFUND -> Set.of(Kind.REFUND);
      case VOID -> Set.of(Kind.VOID);
      case RELEASE -> Set.of(Kind.RELEASE);
    };
  }

  private Optional<Mismatch> twin() {
    return effective.size() < 2
        ? Optional.empty()
        : Optional.of(
            Mismatch.both(
                DifferenceType.DUPLICATE,
                asked,
                effective.getLast(),
                "the gateway did this " + effective.size() + " times under one reference"));
  }

  /// What undoes says its amount as the gateway pleases.
  private Optional<Mismatch> money() {
    return kind() == OperationKind.VOID || kind() == OperationKind.RELEASE
        ? Optional.empty()
        : effective.stream().flatMap(entry -> money(entry).stream()).findFirst();
  }

  private Optional<Mismatch> money(BookEntry entry) {
    Money ours = asked.operation().amount();
    var theirs = entry.amount();
    if (theirs == null || theirs.equals(ours)) {
      return Optional.empty();
    }
    var type =
        theirs.currency().equals(ours.currency()) ? DifferenceType.AMOUNT : DifferenceType.CURRENCY;
    return Optional.of(
        Mismatch.both(type, asked, entry, ours + " was asked for, and it is " + theirs));
  }

  private Optional<Mismatch> status() {
    var there = there();
    return switch (here()) {
      case UNKNOWN -> when(isOpen() && moved(there), DifferenceType.MISSING_HERE, there);
      case NOTHING -> when(moved(there) && matters(), DifferenceType.STATUS, there);
      case HELD ->
          when(there == Standing.DONE || there == Standing.NOTHING, DifferenceType.STATUS, there);
      case DONE -> when(contradictsDone(there), DifferenceType.STATUS, there);
      case UNDONE -> Optional.empty();
    };
  }

  private Optional<Mismatch> when(boolean differs, DifferenceType type, Standing there) {
    return differs
        ? Optional.of(
            Mismatch.both(type, asked, told(), "here " + words(here()) + ", there " + words(there)))
        : Optional.empty();
  }

  /// The entry that says most.
  private BookEntry told() {
    return effective.stream().findFirst().or(() -> own().findFirst()).orElse(entries.getFirst());
  }

  private boolean isOpen() {
    return asked.conclusion() == null;
  }

  /// A card that is verified holds nothing of anybody's.
  private boolean isMoney() {
    return kind() != OperationKind.SAVE_CARD;
  }

  /// A void or a release that came through although we gave it up did what was wanted, unless we
  /// went back to counting on the money.
  private boolean matters() {
    return switch (kind()) {
      case CHARGE, CAPTURE, REFUND -> true;
      case VOID, RELEASE -> asked.stands();
      case SAVE_CARD -> false;
    };
  }

  private static boolean moved(Standing there) {
    return there == Standing.HELD || there == Standing.DONE;
  }

  /// Letting go of what is gone already is a no that means yes.
  private boolean contradictsDone(Standing there) {
    return switch (there) {
      case UNKNOWN, DONE -> false;
      case NOTHING -> isMoney() && kind() != OperationKind.RELEASE;
      case HELD -> kind() == OperationKind.CHARGE;
      case UNDONE -> true;
    };
  }

  private Standing here() {
    var conclusion = asked.conclusion();
    if (conclusion == null) {
      return Standing.UNKNOWN;
    }
    return switch (conclusion.outcome()) {
      case APPROVAL -> isHold() ? Standing.HELD : Standing.DONE;
      case HOLD -> Standing.HELD;
      case REVIEW, NO_ANSWER -> Standing.UNKNOWN;
      case DECLINE, REJECTION, NOT_SENT ->
          conclusion.proof() == Proof.ANNULLED ? Standing.UNDONE : Standing.NOTHING;
    };
  }

  private boolean isHold() {
    return kind() == OperationKind.CHARGE && !asked.captures();
  }

  private Standing there() {
    if (effective.isEmpty()) {
      return own().allMatch(entry -> entry.effect() == Effect.REFUSED) && own().count() > 0
          ? Standing.NOTHING
          : Standing.UNKNOWN;
    }
    if (entries.stream().anyMatch(this::undoes)) {
      return Standing.UNDONE;
    }
    return isTaken() ? Standing.DONE : Standing.HELD;
  }

  /// Annulled by us, or undone by somebody else: what we undo otherwise has a reference of its own.
  private boolean undoes(BookEntry entry) {
    var tookMoney = kind() == OperationKind.CHARGE || kind() == OperationKind.CAPTURE;
    return entry.isEffective()
        && (entry.kind() == Kind.ANNULMENT || (tookMoney && UNDOING.contains(entry.kind())));
  }

  /// A payment that a person accepted may be taken by a transaction of its own.
  private boolean isTaken() {
    return Stream.concat(
            effective.stream(), entries.stream().filter(entry -> entry.kind() == Kind.CAPTURE))
        .anyMatch(entry -> entry.effect() == Effect.DONE);
  }

  private static String words(Standing standing) {
    return switch (standing) {
      case UNKNOWN -> "not known";
      case NOTHING -> "refused";
      case HELD -> "held";
      case DONE -> "done";
      case UNDONE -> "undone";
    };
  }
}
