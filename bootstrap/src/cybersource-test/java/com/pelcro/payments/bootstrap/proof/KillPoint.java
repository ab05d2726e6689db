package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Where the process stops and asks to be killed: at one step of one kind of operation, the n-th
/// time it comes there. Only this test's own main knows of it.
final class KillPoint {

  /// The steps of an operation.
  enum Place {
    /// Written down; nothing was sent.
    RECORDED,
    /// Sent; the gateway did it and its answer is on the way.
    SENT,
    /// Answered; nothing of it is written down.
    REPLIED,
    /// The answer is written down; nobody was told.
    RESOLVED
  }

  static final String MARK = "AT ";
  private static final String VARIABLE = "PROOF_KILL";

  private final @Nullable Place place;
  private final @Nullable OperationKind kind;
  private final AtomicInteger left;
  private static final ThreadLocal<@Nullable String> ANSWERED = new ThreadLocal<>();

  private KillPoint(@Nullable Place place, @Nullable OperationKind kind, int times) {
    this.place = place;
    this.kind = kind;
    this.left = new AtomicInteger(times);
  }

  /// `PLACE KIND TIMES`, or nowhere.
  static KillPoint fromEnvironment() {
    var parts = System.getenv().getOrDefault(VARIABLE, "").split(" ", -1);
    return parts.length == 3
        ? new KillPoint(
            Place.valueOf(parts[0]), OperationKind.valueOf(parts[1]), Integer.parseInt(parts[2]))
        : new KillPoint(null, null, 0);
  }

  static String variable(Place place, OperationKind kind, int times) {
    return place + " " + kind + " " + times;
  }

  static String variableName() {
    return VARIABLE;
  }

  boolean isAt(Place here, OperationKind what) {
    return here == place && what == kind && left.decrementAndGet() == 0;
  }

  /// Says where it is, and goes no further.
  void stop(String code) {
    announce(code);
    while (true) {
      LockSupport.park(this);
    }
  }

  void announce(String code) {
    System.out.println(MARK + String.valueOf(place).toLowerCase(Locale.ROOT) + " " + code);
    System.out.flush();
  }

  /// This thread has an answer; its next commit writes it down.
  void expectCommit(OperationKind what, References references) {
    ANSWERED.set(isAt(Place.RESOLVED, what) ? references.code() : null);
  }

  void committed() {
    var code = ANSWERED.get();
    if (code != null) {
      ANSWERED.remove();
      stop(code);
    }
  }
}
