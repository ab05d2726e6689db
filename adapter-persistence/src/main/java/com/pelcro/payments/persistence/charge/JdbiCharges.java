package com.pelcro.payments.persistence.charge;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.ChargeFilter.Attention;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `charges`.
public final class JdbiCharges implements Charges {

  private final Database database;

  @Inject
  public JdbiCharges(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO charges (site_id, charge_id, customer_id, payment_method_id, gateway, amount,
        currency, mode, status, state, capture_asked, captured_amount, voiding_from, held_amount,
        held_currency, releasing_to, payment_transaction_id, payment_network_transaction_id,
        payment_approval_code, payment_reconciliation_id, payment_avs, payment_cvn,
        capture_transaction_id, capture_network_transaction_id, capture_approval_code,
        capture_reconciliation_id, capture_avs, capture_cvn, decline_code, decline_category,
        decline_retry_after_millis, decline_gateway_reason, decline_processor_code,
        decline_merchant_advice, failure_code, failure_detail, refunded_amount, reserved_amount,
        needs_attention, reference, description, metadata, renewal_id, attempt, attempted_at,
        created_at, updated_at)
      VALUES (:site, :id, :customer, :method, :gateway, :amount, :amountCurrency, :mode, :status,
        :state, :captureAsked, :captured, :voidingFrom, :held, :heldCurrency, :releasingTo,
        :paymentTransactionId, :paymentNetworkTransactionId, :paymentApprovalCode,
        :paymentReconciliationId, :paymentAvs, :paymentCvn, :captureTransactionId,
        :captureNetworkTransactionId, :captureApprovalCode, :captureReconciliationId, :captureAvs,
        :captureCvn, :declineCode, :declineCategory, :declineRetryAfterMillis,
        :declineGatewayReason, :declineProcessorCode, :declineMerchantAdvice, :failureCode,
        :failureDetail, :refunded, :reserved, :needsAttention, :reference, :description,
        jsonb_object(:metadata), :renewal, :attempt, :attemptedAt, :createdAt, :updatedAt)
      """;

  @Override
  public void add(Charge charge) {
    database.changeOne(ADD, ChargeMapper.binds(charge), "the charge");
  }

  /// What was asked for (how much, from whom, through what) never changes.
  private static final String UPDATE =
      """
      UPDATE charges
      SET payment_method_id = :method, status = :status, state = :state,
        capture_asked = :captureAsked, captured_amount = :captured, voiding_from = :voidingFrom,
        held_amount = :held, held_currency = :heldCurrency, releasing_to = :releasingTo,
        payment_transaction_id = :paymentTransactionId,
        payment_network_transaction_id = :paymentNetworkTransactionId,
        payment_approval_code = :paymentApprovalCode,
        payment_reconciliation_id = :paymentReconciliationId, payment_avs = :paymentAvs,
        payment_cvn = :paymentCvn, capture_transaction_id = :captureTransactionId,
        capture_network_transaction_id = :captureNetworkTransactionId,
        capture_approval_code = :captureApprovalCode,
        capture_reconciliation_id = :captureReconciliationId, capture_avs = :captureAvs,
        capture_cvn = :captureCvn, decline_code = :declineCode,
        decline_category = :declineCategory, decline_retry_after_millis = :declineRetryAfterMillis,
        decline_gateway_reason = :declineGatewayReason,
        decline_processor_code = :declineProcessorCode,
        decline_merchant_advice = :declineMerchantAdvice, failure_code = :failureCode,
        failure_detail = :failureDetail, refunded_amount = :refunded, reserved_amount = :reserved,
        needs_attention = :needsAttention, reference = :reference, description = :description,
        metadata = jsonb_object(:metadata), updated_at = :updatedAt
      WHERE site_id = :site AND charge_id = :id
      """;

  @Override
  public void update(Charge charge) {
    database.changeOne(UPDATE, ChargeMapper.binds(charge), "the charge");
  }

  private static final String SELECT =
      """
      SELECT site_id, charge_id, customer_id, payment_method_id, gateway, amount, currency, mode,
        state, capture_asked, captured_amount, voiding_from, held_amount, held_currency,
        releasing_to, payment_transaction_id, payment_network_transaction_id,
        payment_approval_code, payment_reconciliation_id, payment_avs, payment_cvn,
        capture_transaction_id, capture_network_transaction_id, capture_approval_code,
        capture_reconciliation_id, capture_avs, capture_cvn, decline_code, decline_category,
        decline_retry_after_millis, decline_gateway_reason, decline_processor_code,
        decline_merchant_advice, failure_code, failure_detail, refunded_amount, reserved_amount,
        needs_attention, reference, description, text_pairs(metadata) AS metadata,
        renewal_id, attempt, attempted_at, created_at, updated_at,
        (SELECT r.subscription_id FROM renewals r
          WHERE r.site_id = charges.site_id AND r.renewal_id = charges.renewal_id)
          AS subscription_id
      FROM charges
      WHERE site_id = :site
      """;

  private static final String FIND = SELECT + " AND charge_id = :id";

  @Override
  public Optional<Charge> find(SiteId site, ChargeId id) {
    return database.find(FIND, Binds.at(site).with("id", id), ChargeMapper::charge);
  }

  @Override
  public Optional<Charge> lock(SiteId site, ChargeId id) {
    return database.lock(FIND, Binds.at(site).with("id", id), ChargeMapper::charge);
  }

  private static final String OF_SUBSCRIPTION =
      """
      renewal_id IN (
        SELECT renewal_id FROM renewals WHERE site_id = :site AND subscription_id = :subscription)
      """;

  @Override
  public Slice<Charge> list(SiteId site, ChargeFilter filter, Window window) {
    return new Page("charge_id", window, Binds.at(site))
        .narrow("customer_id = :customer", "customer", filter.customer())
        .narrow(OF_SUBSCRIPTION, "subscription", filter.subscription())
        .narrow("status = :status", "status", filter.status())
        .narrow("reference = :reference", "reference", filter.reference())
        .narrow("created_at >= :createdAfter", "createdAfter", filter.createdAfter())
        .narrow("created_at < :createdBefore", "createdBefore", filter.createdBefore())
        .narrow("amount = :amount", "amount", filter.amount())
        .narrow(TO_CARDS, "last4", filter.last4())
        .narrow("needs_attention = :attention", "attention", attention(filter))
        .of(database, SELECT, ChargeMapper::charge);
  }

  private static final String TO_CARDS =
      """
      payment_method_id IN (
        SELECT payment_method_id FROM payment_methods WHERE site_id = :site AND last4 = :last4)
      """;

  private static @Nullable Boolean attention(ChargeFilter filter) {
    return filter.attention() == Attention.NEEDED ? true : null;
  }

  private static final String ATTEMPTS = SELECT + " AND renewal_id = :renewal ORDER BY attempt";

  /// The charges asked for to collect one period, first attempt first.
  public List<Charge> attempts(SiteId site, RenewalId renewal) {
    return database.list(ATTEMPTS, Binds.at(site).with("renewal", renewal), ChargeMapper::charge);
  }
}
