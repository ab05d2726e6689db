package com.pelcro.payments.simulator;

/// One of the gateway's services as it ran inside a request: searches tell the outcome by these.
///
/// @param name `ics_auth`, `ics_bill`, `ics_credit`, …
/// @param rCode 1 done, 0 declined, -1 failed
public record Application(String name, int reasonCode, int rCode, String rFlag, String message) {

  /// It ran well.
  public static Application done(String name) {
    return new Application(name, 100, 1, "SOK", "Request was processed successfully.");
  }

  /// It said no, or broke.
  public static Application failed(String name, Reason reason) {
    return new Application(
        name, reason.number(), reason.isError() ? -1 : 0, reason.flag(), reason.message());
  }
}
