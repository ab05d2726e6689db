package com.pelcro.payments.domain.charge;

import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Open;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Money asked of one payment method, once. Its state is what the gateway has answered so far;
/// `refunds` is what went back, or may be on its way back; `renewal` is the period of a
/// subscription that it collects, if any.
public record Charge(
    ChargeId id,
    SiteId site,
    @Nullable CustomerId customer,
    PaymentMethodId method,
    GatewayId gateway,
    Money amount,
    Mode mode,
    ChargeState state,
    Refunds refunds,
    boolean needsAttention,
    Notes notes,
    @Nullable RenewalAttempt renewal,
    Instant createdAt,
    Instant updatedAt) {

  /// Gateways settle about once a day; nobody tells us when.
  private static final Duration SETTLING = Duration.ofHours(24);

  /// Whether the money is taken at once or only held.
  public enum Mode {
    SALE,
    AUTHORIZATION
  }

  /// Money given back: `done` for certain, and `reserved` by refunds that are still open.
  public record Refunds(Money done, Money reserved) {

    public Money sum() {
      return done.plus(reserved);
    }
  }

  public Charge {
    if (amount.isZero()) {
      throw new IllegalArgumentException("a charge asks for money, " + id + " asks for none");
    }
    if (!amount.covers(taken(state, amount))) {
      throw new IllegalArgumentException(id + " took " + taken(state, amount) + " of " + amount);
    }
    if (!taken(state, amount).covers(refunds.sum())) {
      throw new IllegalArgumentException(id + " gives back more than it took");
    }
  }

  /// A charge about to be asked for.
  public static Charge pending(
      ChargeId id,
      SiteId site,
      @Nullable CustomerId customer,
      PaymentMethodId method,
      GatewayId gateway,
      Money amount,
      Mode mode,
      Notes notes,
      @Nullable RenewalAttempt renewal,
      Instant now) {
    var nothing = Money.zero(amount.currency());
    return new Charge(
        id,
        site,
        customer,
        method,
        gateway,
        amount,
        mode,
        new Pending(),
        new Refunds(nothing, nothing),
        false,
        notes,
        renewal,
        now,
        now);
  }

  /// Applies an answer to an open charge. Silence changes nothing: the charge stays open.
  public Charge resolve(GatewayAnswer answer, Instant now) {
    if (!(state instanceof Open open)) {
      throw new IllegalStateException(id + " is " + state + " and awaits no " + answer);
    }
    return in(new ChargeEdges(mode, amount).after(open, answer), now);
  }

  /// This charge, shown to have been paid with a card that was on file already.
  public Charge paidWith(PaymentMethodId known) {
    return new Charge(
        id,
        site,
        customer,
        known,
        gateway,
        amount,
        mode,
        state,
        refunds,
        needsAttention,
        notes,
        renewal,
        createdAt,
        updatedAt);
  }

  /// An authorized charge of which `asked` is about to be taken.
  public Charge capturing(Money asked, Instant now) {
    if (state instanceof Authorized(var payment) && amount.covers(asked) && !asked.isZero()) {
      return in(new Capturing(payment, asked), now);
    }
    throw new IllegalStateException(id + " is " + state + ": " + asked + " cannot be captured");
  }

  /// An approved charge, of which nothing was given back, about to be undone.
  public Charge voiding(Instant now) {
    if (state instanceof Approved approved && refunds.sum().isZero()) {
      return in(new Voiding(approved), now);
    }
    throw new IllegalStateException(id + " is " + state + " and cannot be voided");
  }

  /// This charge with `back` set aside for a refund that is about to be asked for.
  public Charge reserve(Money back, Instant now) {
    if (!refundable().covers(back)) {
      throw new IllegalStateException(id + " is " + state + ": " + back + " cannot go back");
    }
    return with(new Refunds(refunds.done, refunds.reserved.plus(back)), now);
  }

  /// This charge after an open refund was proven to have happened.
  public Charge refunded(Money back, Instant now) {
    return with(new Refunds(refunds.done.plus(back), refunds.reserved.minus(back)), now);
  }

  /// This charge after an open refund was proven not to have happened.
  public Charge unreserve(Money back, Instant now) {
    return with(new Refunds(refunds.done, refunds.reserved.minus(back)), now);
  }

  /// This charge, of which something could not be found out in time: nothing is done with its money
  /// until a person has decided, or a proof turns up.
  public Charge needingAttention(Instant now) {
    return as(state, refunds, true, now);
  }

  /// This charge, of which nothing is in doubt any more.
  public Charge attendedTo(Instant now) {
    return as(state, refunds, false, now);
  }

  public Money captured() {
    return taken(state, amount);
  }

  /// Whether giving `back` returns all of it so soon that the gateway has most likely not settled
  /// it: then it is voided rather than refunded.
  public boolean canBeVoidedFor(Money back, Instant now) {
    return state instanceof Captured captured
        && captured.taken().equals(back)
        && now.isBefore(updatedAt.plus(SETTLING));
  }

  /// What may still be given back: what was taken, less what went back or may be on its way.
  public Money refundable() {
    return state instanceof Captured captured
        ? captured.taken().minus(refunds.sum())
        : Money.zero(amount.currency());
  }

  /// What was asked of the gateway and is not answered, or has to be asked next.
  public Optional<OperationKind> pendingOperation() {
    return switch (state) {
      case Pending _ -> Optional.of(OperationKind.CHARGE);
      case Capturing _ -> Optional.of(OperationKind.CAPTURE);
      case Voiding(Captured _) -> Optional.of(OperationKind.VOID);
      case Voiding(Authorized _), Releasing _ -> Optional.of(OperationKind.RELEASE);
      case InReview _, Authorized _, Captured _, Voided _, Declined _, Failed _ -> Optional.empty();
    };
  }

  /// What a refund or a void acts on: the sale, or the capture asked for on its own.
  public Target taking() {
    return switch (state) {
      case Captured captured -> taking(captured);
      case Voiding(Captured captured) -> taking(captured);
      case Pending _,
          InReview _,
          Capturing _,
          Voiding _,
          Releasing _,
          Authorized _,
          Voided _,
          Declined _,
          Failed _ ->
          throw new IllegalStateException(id + " is " + state + " and took nothing");
    };
  }

  private Target taking(Captured captured) {
    return mode == Mode.SALE
        ? new Target.Payment(captured.payment().transactionId())
        : new Target.Capture(captured.capture().transactionId());
  }

  private static Money taken(ChargeState state, Money amount) {
    return switch (state) {
      case Captured captured -> captured.taken();
      case Voiding(Captured captured) -> captured.taken();
      case Pending _,
          InReview _,
          Capturing _,
          Voiding _,
          Releasing _,
          Authorized _,
          Voided _,
          Declined _,
          Failed _ ->
          Money.zero(amount.currency());
    };
  }

  private Charge in(ChargeState next, Instant now) {
    return as(next, refunds, needsAttention, now);
  }

  private Charge with(Refunds next, Instant now) {
    return as(state, next, needsAttention, now);
  }

  private Charge as(ChargeState next, Refunds back, boolean attention, Instant now) {
    return new Charge(
        id, site, customer, method, gateway, amount, mode, next, back, attention, notes, renewal,
        createdAt, now);
  }
}
