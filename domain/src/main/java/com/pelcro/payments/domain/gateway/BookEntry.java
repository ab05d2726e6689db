package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One transaction in the gateway's books. `code` is what it was asked under, by us or by others,
/// if it bears one; of an [Kind#ANNULMENT] it is the code of what was undone. `amount` is missing
/// where the gateway names none.
public record BookEntry(
    String transactionId,
    @Nullable String code,
    Kind kind,
    Effect effect,
    @Nullable Money amount,
    Instant at) {

  /// What was asked.
  public enum Kind {
    /// A sale or an authorization.
    PAYMENT,
    /// An authorization over nothing.
    VERIFICATION,
    CAPTURE,
    REFUND,
    VOID,
    RELEASE,
    /// Undoing by our references alone what an answer was lost of.
    ANNULMENT,
    /// Something this version does not know.
    OTHER
  }

  /// What came of it, as far as this transaction tells; what undid it later is an entry of its own.
  public enum Effect {
    /// Done: taken, given back, undone, let go of.
    DONE,
    /// Held and not taken.
    HELD,
    /// A no: nothing moved.
    REFUSED,
    /// Not decided, or broken: proves nothing yet.
    UNPROVEN
  }

  /// Whether it did something: money was held or moved, or what was is undone.
  public boolean isEffective() {
    return effect == Effect.DONE || effect == Effect.HELD;
  }
}
