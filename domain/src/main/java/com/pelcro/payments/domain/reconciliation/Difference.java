package com.pelcro.payments.domain.reconciliation;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something in which the gateway's books and ours differ. It is one and the same difference
/// however often it is seen.
public record Difference(
    DifferenceId id,
    SiteId site,
    GatewayId gateway,
    DifferenceType type,
    Status status,
    Matter matter,
    String detail,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable Closing closing) {

  /// Whether anybody still has to look.
  public enum Status {
    OPEN,
    /// A later comparison no longer saw it.
    RESOLVED,
    /// A person looked and is done with it.
    CLOSED;

    /// The name in the API and in rows.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What it is about: something of ours, of the gateway's, or both. `code` is the reference in the
  /// gateway's books, which may be somebody else's.
  public record Matter(
      @Nullable Operation operation,
      @Nullable String gatewayTransactionId,
      @Nullable String code,
      @Nullable Money there,
      Instant at) {

    public Matter {
      if (operation == null && gatewayTransactionId == null) {
        throw new IllegalArgumentException("a difference is about something");
      }
    }

    /// What one difference of a type is told from another by.
    public String name() {
      return operation == null
          ? Objects.requireNonNull(gatewayTransactionId)
          : operation.id().value();
    }

    public @Nullable Money here() {
      return operation == null ? null : operation.amount();
    }
  }

  /// What a person said about it, and when.
  public record Closing(String note, Instant at) {}

  public Difference {
    if ((status == Status.CLOSED) != (closing != null)) {
      throw new IllegalArgumentException("a closed difference says why, and no other does");
    }
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /// Seen once more. What a person closed stays closed.
  public Difference seenAgain(Difference now) {
    return new Difference(
        id,
        site,
        gateway,
        type,
        status == Status.CLOSED ? Status.CLOSED : Status.OPEN,
        now.matter,
        now.detail,
        firstSeenAt,
        now.lastSeenAt,
        closing);
  }

  public Difference resolved() {
    return in(Status.RESOLVED, null);
  }

  public Difference closed(String note, Instant at) {
    return in(Status.CLOSED, new Closing(note, at));
  }

  private Difference in(Status next, @Nullable Closing why) {
    return new Difference(
        id, site, gateway, type, next, matter, detail, firstSeenAt, lastSeenAt, why);
  }
}
