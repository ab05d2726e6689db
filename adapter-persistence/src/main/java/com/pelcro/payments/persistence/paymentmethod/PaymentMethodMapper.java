package com.pelcro.payments.persistence.paymentmethod;

import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.Address;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.paymentmethod.CredentialLineage;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Unusable;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A payment method as a row, in both directions.
final class PaymentMethodMapper {

  /// How a state stands in the columns.
  private record StateColumns(
      String state, @Nullable GatewayToken token, @Nullable DeclineReason reason) {
    static StateColumns of(PaymentMethodState state) {
      return switch (state) {
        case Verifying _ -> new StateColumns("verifying", null, null);
        case Active(var token) -> new StateColumns("active", token, null);
        case Unusable(var reason) -> new StateColumns("unusable", null, reason);
        case Detached _ -> new StateColumns("detached", null, null);
      };
    }
  }

  private PaymentMethodMapper() {}

  static Binds binds(PaymentMethod method) {
    var binds =
        Binds.at(method.site())
            .with("id", method.id())
            .with("customer", method.customer())
            .with("gateway", method.gateway())
            .with("fingerprint", method.fingerprint())
            .with("isDefault", method.isDefault())
            .with("createdAt", method.createdAt())
            .with("updatedAt", method.updatedAt());
    card(binds, method.card());
    billing(binds, method.billing());
    state(binds, StateColumns.of(method.state()));
    lineage(binds, method.lineage());
    return binds;
  }

  private static void card(Binds binds, CardSummary card) {
    var _ =
        binds
            .with("network", card.network())
            .with("bin", card.bin())
            .with("last4", card.last4())
            .with("expMonth", card.expiry().month())
            .with("expYear", card.expiry().year());
  }

  private static void billing(Binds binds, BillingDetails billing) {
    var address = billing.address();
    var _ =
        binds
            .with("billingName", billing.name())
            .with("billingEmail", billing.email())
            .with("billingPhone", billing.phone())
            .with("billingLine1", address.line1())
            .with("billingLine2", address.line2())
            .with("billingCity", address.city())
            .with("billingState", address.state())
            .with("billingPostalCode", address.postalCode())
            .with("billingCountry", address.country());
  }

  private static void state(Binds binds, StateColumns columns) {
    var token = columns.token();
    var _ =
        binds
            .with("state", columns.state())
            .with("tokenCustomer", token == null ? null : token.customer())
            .with("tokenInstrument", token == null ? null : token.instrument())
            .with("tokenCard", token == null ? null : token.card())
            .decline(columns.reason());
  }

  private static void lineage(Binds binds, CredentialLineage lineage) {
    var _ =
        binds
            .with("lineageOriginal", lineage.originalTransactionId())
            .with("lineageLatest", lineage.latestTransactionId())
            .money("lineageAmount", lineage.originalAmount());
  }

  static PaymentMethod method(Columns columns) throws SQLException {
    var customer = columns.optionalText("customer_id");
    return new PaymentMethod(
        new PaymentMethodId(columns.text("payment_method_id")),
        new SiteId(columns.text("site_id")),
        customer == null ? null : new CustomerId(customer),
        new GatewayId(columns.text("gateway")),
        card(columns),
        columns.optionalText("fingerprint"),
        billing(columns),
        columns.flag("is_default"),
        state(columns),
        lineage(columns),
        columns.instant("created_at"),
        columns.instant("updated_at"));
  }

  private static CardSummary card(Columns columns) throws SQLException {
    return new CardSummary(
        columns.code("network", CardNetwork.class),
        columns.optionalText("bin"),
        columns.text("last4"),
        new CardExpiry(columns.number("exp_month"), columns.number("exp_year")));
  }

  private static BillingDetails billing(Columns columns) throws SQLException {
    return new BillingDetails(
        columns.text("billing_name"),
        columns.text("billing_email"),
        columns.optionalText("billing_phone"),
        new Address(
            columns.text("billing_line1"),
            columns.optionalText("billing_line2"),
            columns.text("billing_city"),
            columns.optionalText("billing_state"),
            columns.text("billing_postal_code"),
            columns.text("billing_country")));
  }

  private static PaymentMethodState state(Columns columns) throws SQLException {
    var state = columns.text("state");
    return switch (state) {
      case "verifying" -> new Verifying();
      case "active" ->
          new Active(
              new GatewayToken(
                  columns.optionalText("token_customer"),
                  columns.text("token_instrument"),
                  columns.text("token_card")));
      case "unusable" -> new Unusable(columns.decline());
      case "detached" -> new Detached();
      default -> throw new IllegalStateException("no payment method is " + state);
    };
  }

  private static CredentialLineage lineage(Columns columns) throws SQLException {
    Money amount =
        columns.isSet("lineage_original_amount")
            ? columns.money("lineage_original_amount", "lineage_original_currency")
            : null;
    return new CredentialLineage(
        columns.optionalText("lineage_original_transaction_id"),
        columns.optionalText("lineage_latest_transaction_id"),
        amount);
  }
}
