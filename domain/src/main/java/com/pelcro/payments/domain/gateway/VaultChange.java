package com.pelcro.payments.domain.gateway;

/// What came of changing or removing something the vault holds.
public sealed interface VaultChange {

  record Changed() implements VaultChange {}

  /// It was not there any more: fine for a removal, not for a change.
  record Gone() implements VaultChange {}

  record Refused(Failure failure) implements VaultChange {}

  record Unavailable(String why) implements VaultChange {}
}
