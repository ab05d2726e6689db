package com.pelcro.payments.domain.gateway;

/// What came of undoing an operation by its reference alone.
public sealed interface Annulment {

  /// It existed and is undone.
  record Annulled(GatewayReference reference) implements Annulment {}

  /// There is nothing to undo at this time.
  record NothingThere(String detail) implements Annulment {}

  /// No answer, or one that proves nothing.
  record Unknown(String why) implements Annulment {}
}
