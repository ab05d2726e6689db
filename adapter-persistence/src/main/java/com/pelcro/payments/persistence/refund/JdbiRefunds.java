package com.pelcro.payments.persistence.refund;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.refund.Refunds;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.util.Optional;

/// The table `refunds`.
public final class JdbiRefunds implements Refunds {

  private final Database database;

  @Inject
  public JdbiRefunds(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO refunds (site_id, refund_id, charge_id, amount, currency, state, transaction_id,
        network_transaction_id, approval_code, reconciliation_id, avs, cvn, failure_code,
        failure_detail, reason, metadata, created_at, updated_at)
      VALUES (:site, :id, :charge, :amount, :amountCurrency, :state, :refundTransactionId,
        :refundNetworkTransactionId, :refundApprovalCode, :refundReconciliationId, :refundAvs,
        :refundCvn, :failureCode, :failureDetail, :reason, jsonb_object(:metadata), :createdAt,
        :updatedAt)
      """;

  @Override
  public void add(Refund refund) {
    database.changeOne(ADD, RefundMapper.binds(refund), "the refund");
  }

  /// How much goes back, and of which charge, never changes.
  private static final String UPDATE =
      """
      UPDATE refunds
      SET state = :state, transaction_id = :refundTransactionId,
        network_transaction_id = :refundNetworkTransactionId, approval_code = :refundApprovalCode,
        reconciliation_id = :refundReconciliationId, avs = :refundAvs, cvn = :refundCvn,
        failure_code = :failureCode, failure_detail = :failureDetail, reason = :reason,
        metadata = jsonb_object(:metadata), updated_at = :updatedAt
      WHERE site_id = :site AND refund_id = :id
      """;

  @Override
  public void update(Refund refund) {
    database.changeOne(UPDATE, RefundMapper.binds(refund), "the refund");
  }

  private static final String SELECT =
      """
      SELECT site_id, refund_id, charge_id, amount, currency, state, transaction_id,
        network_transaction_id, approval_code, reconciliation_id, avs, cvn, failure_code,
        failure_detail, reason, text_pairs(metadata) AS metadata, created_at, updated_at
      FROM refunds
      WHERE site_id = :site
      """;

  private static final String FIND = SELECT + " AND refund_id = :id";

  @Override
  public Optional<Refund> find(SiteId site, RefundId id) {
    return database.find(FIND, Binds.at(site).with("id", id), RefundMapper::refund);
  }

  @Override
  public Optional<Refund> lock(SiteId site, RefundId id) {
    return database.lock(FIND, Binds.at(site).with("id", id), RefundMapper::refund);
  }

  @Override
  public Slice<Refund> of(SiteId site, ChargeId charge, Window window) {
    return new Page("refund_id", window, Binds.at(site).with("charge", charge))
        .of(database, SELECT + " AND charge_id = :charge", RefundMapper::refund);
  }
}
