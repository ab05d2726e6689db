package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.operation.References;
import java.util.List;

/// Every movement of money, in order: what the gateway believes, whatever anybody was told.
public record Ledger(List<Movement> movements) {

  public Ledger {
    movements = List.copyOf(movements);
  }

  public List<Movement> of(Kind kind) {
    return movements.stream().filter(movement -> movement.kind() == kind).toList();
  }

  public List<Movement> under(References references) {
    return movements.stream().filter(movement -> movement.references().equals(references)).toList();
  }

  /// The sum of one kind's movements in minor units, whatever the currency.
  public long sum(Kind kind) {
    return of(kind).stream().mapToLong(movement -> movement.amount().minorUnits()).sum();
  }

  /// The kinds alone, in order.
  public List<Kind> kinds() {
    return movements.stream().map(Movement::kind).toList();
  }
}
