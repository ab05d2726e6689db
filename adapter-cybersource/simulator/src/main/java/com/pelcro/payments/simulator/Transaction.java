package com.pelcro.payments.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request that moved money, tried to, or undid it.
///
/// @param parent the request this one follows
/// @param visibleAt when searches begin to see it
public record Transaction(
    String id,
    Kind kind,
    References references,
    @Nullable String parent,
    Amount amount,
    Source source,
    Outcome outcome,
    Clearing clearing,
    Hold hold,
    List<Application> applications,
    Instant at,
    Instant visibleAt) {

  /// The merchant whose it is.
  public String merchant() {
    return references.merchant();
  }

  /// The gateway's word for how it stands.
  public String status() {
    return outcome.status();
  }

  /// Minor units the issuer approved.
  public long authorized() {
    return outcome.authorized();
  }

  /// Whether the issuer set money aside or would have.
  public boolean isPayment() {
    return kind == Kind.SALE || kind == Kind.AUTHORIZATION;
  }

  /// What the merchant sees as the gateway's second name for it.
  public String reconciliationId() {
    return id.substring(id.length() - 12) + "SIMU";
  }

  /// The same, further on in its life.
  public Transaction in(Outcome newOutcome, Clearing newClearing, Hold newHold) {
    return new Transaction(
        id,
        kind,
        references,
        parent,
        amount,
        source,
        newOutcome,
        newClearing,
        newHold,
        applications,
        at,
        visibleAt);
  }

  /// The same after other services ran for it.
  public Transaction having(List<Application> newApplications) {
    return new Transaction(
        id,
        kind,
        references,
        parent,
        amount,
        source,
        outcome,
        clearing,
        hold,
        newApplications,
        at,
        visibleAt);
  }
}
