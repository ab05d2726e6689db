package com.pelcro.payments.persistence.charge;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.Charge.Mode;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Closed;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A charge as a row, in both directions.
final class ChargeMapper {

  private ChargeMapper() {}

  static Binds binds(Charge charge) {
    var attempt = charge.renewal();
    var binds =
        Binds.at(charge.site())
            .with("id", charge.id())
            .with("customer", charge.customer())
            .with("method", charge.method())
            .with("gateway", charge.gateway())
            .money("amount", charge.amount())
            .with("mode", charge.mode())
            .with("status", Status.of(charge.state()))
            .with("captured", charge.captured().minorUnits())
            .with("refunded", charge.refunds().done().minorUnits())
            .with("reserved", charge.refunds().reserved().minorUnits())
            .with("needsAttention", charge.needsAttention())
            .with("reference", charge.notes().reference())
            .with("description", charge.notes().description())
            .pairs("metadata", charge.notes().metadata())
            .with("renewal", attempt == null ? null : attempt.renewal())
            .with("attempt", attempt == null ? null : attempt.number())
            .with("attemptedAt", attempt == null ? null : attempt.at())
            .with("createdAt", charge.createdAt())
            .with("updatedAt", charge.updatedAt());
    return StateColumns.of(charge.state()).to(binds);
  }

  static Charge charge(Columns columns) throws SQLException {
    var customer = columns.optionalText("customer_id");
    return new Charge(
        new ChargeId(columns.text("charge_id")),
        new SiteId(columns.text("site_id")),
        customer == null ? null : new CustomerId(customer),
        new PaymentMethodId(columns.text("payment_method_id")),
        new GatewayId(columns.text("gateway")),
        money(columns, "amount"),
        columns.code("mode", Mode.class),
        state(columns.text("state"), columns),
        new Charge.Refunds(money(columns, "refunded_amount"), money(columns, "reserved_amount")),
        columns.flag("needs_attention"),
        new Notes(
            columns.optionalText("reference"),
            columns.optionalText("description"),
            columns.pairs("metadata")),
        attempt(columns),
        columns.instant("created_at"),
        columns.instant("updated_at"));
  }

  private static @Nullable RenewalAttempt attempt(Columns columns) throws SQLException {
    var renewal = columns.optionalText("renewal_id");
    return renewal == null
        ? null
        : new RenewalAttempt(
            new SubscriptionId(columns.text("subscription_id")),
            new RenewalId(renewal),
            columns.number("attempt"),
            columns.instant("attempted_at"));
  }

  private static ChargeState state(String state, Columns columns) throws SQLException {
    return switch (state) {
      case "pending" -> new Pending();
      case "in_review" -> new InReview(columns.reference("payment_"));
      case "capturing" ->
          new Capturing(columns.reference("payment_"), money(columns, "capture_asked"));
      case "voiding" -> new Voiding(approved(columns.text("voiding_from"), columns));
      case "releasing" ->
          new Releasing(
              columns.reference("payment_"),
              columns.money("held_amount", "held_currency"),
              closed(columns.text("releasing_to"), columns));
      case "authorized", "captured" -> approved(state, columns);
      case "voided", "declined", "failed" -> closed(state, columns);
      default -> throw new IllegalStateException("no charge is " + state);
    };
  }

  private static Approved approved(String state, Columns columns) throws SQLException {
    return switch (state) {
      case "authorized" -> new Authorized(columns.reference("payment_"));
      case "captured" ->
          new Captured(
              columns.reference("payment_"),
              columns.reference("capture_"),
              money(columns, "captured_amount"));
      default -> throw new IllegalStateException("no approved charge is " + state);
    };
  }

  private static Closed closed(String state, Columns columns) throws SQLException {
    return switch (state) {
      case "voided" -> new Voided(columns.reference("payment_"));
      case "declined" -> new Declined(columns.decline(), columns.reference("payment_"));
      case "failed" -> new Failed(columns.failure());
      default -> throw new IllegalStateException("no closed charge is " + state);
    };
  }

  private static Money money(Columns columns, String amount) throws SQLException {
    return columns.money(amount, "currency");
  }
}
