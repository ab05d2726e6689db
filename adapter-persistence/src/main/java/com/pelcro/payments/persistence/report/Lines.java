package com.pelcro.payments.persistence.report;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.report.ChargeLine;
import com.pelcro.payments.application.report.RefundFilter;
import com.pelcro.payments.application.report.RefundLine;
import com.pelcro.payments.application.report.RenewalFilter;
import com.pelcro.payments.application.report.RenewalLine;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import org.jspecify.annotations.Nullable;

/// Lists charges, refunds and renewals, one line each.
record Lines(Database database) {

  private static final String CHARGES =
      """
      SELECT c.charge_id, c.created_at, c.status, c.amount, c.currency, c.captured_amount,
        c.refunded_amount, c.customer_id, c.payment_method_id, m.network, m.last4,
        r.subscription_id, c.renewal_id,
        CASE WHEN c.state = 'declined' THEN c.decline_code END AS decline_code,
        CASE WHEN c.state = 'failed' THEN c.failure_code END AS failure_code,
        c.payment_transaction_id, c.reference, c.description, c.updated_at
      FROM charges c
      JOIN payment_methods m
        ON m.site_id = c.site_id AND m.payment_method_id = c.payment_method_id
      LEFT JOIN renewals r ON r.site_id = c.site_id AND r.renewal_id = c.renewal_id
      WHERE c.site_id = :site
      """;

  Slice<ChargeLine> charges(SiteId site, ChargeFilter filter, Window window) {
    return new Page("c.charge_id", window, Binds.at(site))
        .narrow("c.customer_id = :customer", "customer", filter.customer())
        .narrow("r.subscription_id = :subscription", "subscription", filter.subscription())
        .narrow("c.status = :status", "status", filter.status())
        .narrow("c.reference = :reference", "reference", filter.reference())
        .narrow("c.created_at >= :createdAfter", "createdAfter", filter.createdAfter())
        .narrow("c.created_at < :createdBefore", "createdBefore", filter.createdBefore())
        .narrow("c.amount = :amount", "amount", filter.amount())
        .narrow("m.last4 = :last4", "last4", filter.last4())
        .narrow("c.needs_attention = :attention", "attention", attention(filter))
        .of(database, CHARGES, LineMapper::charge);
  }

  private static @Nullable Boolean attention(ChargeFilter filter) {
    return filter.attention() == ChargeFilter.Attention.NEEDED ? true : null;
  }

  private static final String REFUNDS =
      """
      SELECT refund_id, created_at, state, charge_id, amount, currency, failure_code,
        transaction_id, reason, updated_at
      FROM refunds
      WHERE site_id = :site
      """;

  Slice<RefundLine> refunds(SiteId site, RefundFilter filter, Window window) {
    var status = filter.status();
    return new Page("refund_id", window, Binds.at(site))
        .narrow("charge_id = :charge", "charge", filter.charge())
        .narrow("state = :state", "state", status == null ? null : LineMapper.state(status))
        .narrow("created_at >= :createdAfter", "createdAfter", filter.createdAfter())
        .narrow("created_at < :createdBefore", "createdBefore", filter.createdBefore())
        .of(database, REFUNDS, LineMapper::refund);
  }

  private static final String RENEWALS =
      """
      SELECT r.renewal_id, r.subscription_id, s.customer_id, r.period_index, r.period_start,
        r.period_end, coalesce(r.amount, s.amount) AS amount, s.currency, r.state, r.attempts,
        r.strikes, r.charge_id, r.due_at, r.updated_at
      FROM renewals r
      JOIN subscriptions s ON s.site_id = r.site_id AND s.subscription_id = r.subscription_id
      WHERE r.site_id = :site AND %s
      """
          .formatted(RenewalTallies.IS_OF_A_PERIOD);

  Slice<RenewalLine> renewals(SiteId site, RenewalFilter filter, Window window) {
    return new Page("r.renewal_id", window, Binds.at(site))
        .narrow("r.subscription_id = :subscription", "subscription", filter.subscription())
        .narrow("r.state = :state", "state", filter.status())
        .narrow("r.period_start >= :startsAfter", "startsAfter", filter.startsAfter())
        .narrow("r.period_start < :startsBefore", "startsBefore", filter.startsBefore())
        .of(database, RENEWALS, LineMapper::renewal);
  }
}
