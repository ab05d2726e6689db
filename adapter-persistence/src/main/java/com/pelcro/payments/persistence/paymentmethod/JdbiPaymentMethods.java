package com.pelcro.payments.persistence.paymentmethod;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// The table `payment_methods`.
public final class JdbiPaymentMethods implements PaymentMethods {

  private final Database database;

  @Inject
  public JdbiPaymentMethods(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO payment_methods (site_id, payment_method_id, customer_id, gateway, network, bin,
        last4, exp_month, exp_year, fingerprint, billing_name, billing_email, billing_phone,
        billing_line1, billing_line2, billing_city, billing_state, billing_postal_code,
        billing_country, is_default, state, token_customer, token_instrument, token_card,
        decline_code, decline_category, decline_retry_after_millis, decline_gateway_reason,
        decline_processor_code, decline_merchant_advice, lineage_original_transaction_id,
        lineage_latest_transaction_id, lineage_original_amount, lineage_original_currency,
        created_at, updated_at)
      VALUES (:site, :id, :customer, :gateway, :network, :bin, :last4, :expMonth, :expYear,
        :fingerprint, :billingName, :billingEmail, :billingPhone, :billingLine1, :billingLine2,
        :billingCity, :billingState, :billingPostalCode, :billingCountry, :isDefault, :state,
        :tokenCustomer, :tokenInstrument, :tokenCard, :declineCode, :declineCategory,
        :declineRetryAfterMillis, :declineGatewayReason, :declineProcessorCode,
        :declineMerchantAdvice, :lineageOriginal, :lineageLatest, :lineageAmount,
        :lineageAmountCurrency, :createdAt, :updatedAt)
      """;

  @Override
  public void add(PaymentMethod method) {
    database.changeOne(ADD, PaymentMethodMapper.binds(method), "the payment method");
  }

  private static final String UPDATE =
      """
      UPDATE payment_methods
      SET customer_id = :customer, network = :network, bin = :bin, last4 = :last4,
        exp_month = :expMonth, exp_year = :expYear, fingerprint = :fingerprint,
        billing_name = :billingName, billing_email = :billingEmail, billing_phone = :billingPhone,
        billing_line1 = :billingLine1, billing_line2 = :billingLine2, billing_city = :billingCity,
        billing_state = :billingState, billing_postal_code = :billingPostalCode,
        billing_country = :billingCountry, is_default = :isDefault, state = :state,
        token_customer = :tokenCustomer, token_instrument = :tokenInstrument,
        token_card = :tokenCard, decline_code = :declineCode, decline_category = :declineCategory,
        decline_retry_after_millis = :declineRetryAfterMillis,
        decline_gateway_reason = :declineGatewayReason,
        decline_processor_code = :declineProcessorCode,
        decline_merchant_advice = :declineMerchantAdvice,
        lineage_original_transaction_id = :lineageOriginal,
        lineage_latest_transaction_id = :lineageLatest, lineage_original_amount = :lineageAmount,
        lineage_original_currency = :lineageAmountCurrency, updated_at = :updatedAt
      WHERE site_id = :site AND payment_method_id = :id
      """;

  @Override
  public void update(PaymentMethod method) {
    database.changeOne(UPDATE, PaymentMethodMapper.binds(method), "the payment method");
  }

  private static final String REMEMBER =
      """
      UPDATE payment_methods
      SET lineage_original_transaction_id =
          coalesce(lineage_original_transaction_id, :networkTransaction),
        lineage_latest_transaction_id = :networkTransaction,
        lineage_original_amount = CASE WHEN lineage_original_transaction_id IS NULL
          THEN :charged ELSE lineage_original_amount END,
        lineage_original_currency = CASE WHEN lineage_original_transaction_id IS NULL
          THEN :chargedCurrency ELSE lineage_original_currency END
      WHERE site_id = :site AND payment_method_id = :id AND state <> 'verifying'
      """;

  @Override
  public boolean remember(
      SiteId site, PaymentMethodId id, String networkTransactionId, Money chargedAmount) {
    var binds =
        Binds.at(site)
            .with("id", id)
            .with("networkTransaction", networkTransactionId)
            .money("charged", chargedAmount);
    return database.change(REMEMBER, binds) == 1;
  }

  private static final String SELECT =
      """
      SELECT site_id, payment_method_id, customer_id, gateway, network, bin, last4, exp_month,
        exp_year, fingerprint, billing_name, billing_email, billing_phone, billing_line1,
        billing_line2, billing_city, billing_state, billing_postal_code, billing_country,
        is_default, state, token_customer, token_instrument, token_card, decline_code,
        decline_category, decline_retry_after_millis, decline_gateway_reason,
        decline_processor_code, decline_merchant_advice, lineage_original_transaction_id,
        lineage_latest_transaction_id, lineage_original_amount, lineage_original_currency,
        created_at, updated_at
      FROM payment_methods
      WHERE site_id = :site
      """;

  private static final String FIND = SELECT + " AND payment_method_id = :id";

  @Override
  public Optional<PaymentMethod> find(SiteId site, PaymentMethodId id) {
    return database.find(FIND, Binds.at(site).with("id", id), PaymentMethodMapper::method);
  }

  @Override
  public Optional<PaymentMethod> lock(SiteId site, PaymentMethodId id) {
    return database.lock(FIND, Binds.at(site).with("id", id), PaymentMethodMapper::method);
  }

  private static final String ACTIVE = SELECT + " AND customer_id = :customer AND state = 'active'";

  @Override
  public List<PaymentMethod> active(SiteId site, CustomerId customer) {
    return database.list(
        ACTIVE + " ORDER BY payment_method_id DESC",
        Binds.at(site).with("customer", customer),
        PaymentMethodMapper::method);
  }

  private static final String SAME =
      ACTIVE + " AND fingerprint = :fingerprint ORDER BY payment_method_id DESC LIMIT 1";

  @Override
  public Optional<PaymentMethod> same(SiteId site, CustomerId customer, String fingerprint) {
    return database.find(
        SAME,
        Binds.at(site).with("customer", customer).with("fingerprint", fingerprint),
        PaymentMethodMapper::method);
  }

  @Override
  public Slice<PaymentMethod> list(SiteId site, CustomerId customer, Window window) {
    return new Page("payment_method_id", window, Binds.at(site).with("customer", customer))
        .of(database, ACTIVE, PaymentMethodMapper::method);
  }
}
