package com.pelcro.payments.simulator;

/// The switches of the simulator: where the real gateway differs by account, or its behaviour is
/// not known.
public final class Settings {

  /// How the switches stand.
  ///
  /// @param strict refuses what the sandbox lets pass: refunds above the captured amount, careless
  ///   renewals
  /// @param duplicateCodeCheck refuses a reference used within 15 minutes
  /// @param arav allows reversing the hold after the capture was voided
  /// @param overCapture allows capturing more than was authorized
  /// @param transactionIdSearch lets searches find by the merchant's own id of a request
  /// @param extraFields adds a member to every answer that no contract names
  /// @param searchLagMillis how long searches do not see a new transaction
  public record Switches(
      boolean strict,
      boolean duplicateCodeCheck,
      boolean arav,
      boolean overCapture,
      boolean transactionIdSearch,
      boolean extraFields,
      long searchLagMillis) {

    /// How they stand at the start.
    public static final Switches STANDARD = new Switches(false, false, true, false, true, true, 0);
  }

  private Switches switches = Switches.STANDARD;

  /// How they stand now.
  public Switches now() {
    return switches;
  }

  /// Turns them.
  public void turn(Switches wanted) {
    switches = wanted;
  }
}
