package com.pelcro.payments.persistence.invariant;

import com.pelcro.payments.application.invariant.Invariant;

/// The scan for each invariant. A statement sees one moment of the database, and whatever changes
/// together was committed together, so what is going on meanwhile breaks nothing.
final class Scans {

  private Scans() {}

  /// Where money was voided, nothing is left of what was taken.
  private static final String CAPTURED =
      """
      SELECT c.charge_id AS object FROM charges c
      CROSS JOIN LATERAL (
        SELECT
          coalesce(sum(o.amount) FILTER (WHERE o.outcome = 'approval'
            AND o.kind = CASE c.mode WHEN 'sale' THEN 'charge' ELSE 'capture' END), 0) AS taken,
          count(*) FILTER (WHERE o.outcome = 'approval' AND o.kind = 'void') AS voided
        FROM operations o
        WHERE o.site_id = c.site_id AND o.subject_id = c.charge_id
      ) asked
      WHERE c.site_id = :site AND c.charge_id > :after AND c.charge_id <= :upTo
        AND c.captured_amount <> CASE
          WHEN asked.voided > 0 OR c.state = 'voided' OR c.releasing_to = 'voided' THEN 0
          ELSE asked.taken END
      ORDER BY c.charge_id
      LIMIT :most
      """;

  /// A void that was asked for a refund, and turned up after that was over, voided the charge.
  private static final String REFUNDED =
      """
      SELECT c.charge_id AS object FROM charges c
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(r.amount) FILTER (WHERE r.state = 'done'), 0) AS done,
          coalesce(sum(r.amount) FILTER (WHERE r.state = 'pending'), 0) AS pending
        FROM refunds r
        WHERE r.site_id = c.site_id AND r.charge_id = c.charge_id
      ) given
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(o.amount), 0) AS amount
        FROM refunds r
        JOIN operations o ON o.site_id = r.site_id AND o.subject_id = r.refund_id
        WHERE r.site_id = c.site_id AND r.charge_id = c.charge_id
          AND o.outcome = 'approval'
          AND (o.kind = 'refund' OR (o.kind = 'void'
            AND c.state <> 'voided' AND c.releasing_to IS DISTINCT FROM 'voided'))
      ) asked
      WHERE c.site_id = :site AND c.charge_id > :after AND c.charge_id <= :upTo
        AND (c.refunded_amount <> given.done OR c.reserved_amount <> given.pending
          OR c.refunded_amount <> asked.amount)
      ORDER BY c.charge_id
      LIMIT :most
      """;

  private static final String WITHIN =
      """
      SELECT c.charge_id AS object FROM charges c
      WHERE c.site_id = :site AND c.charge_id > :after AND c.charge_id <= :upTo
        AND c.refunded_amount + c.reserved_amount > c.captured_amount
      ORDER BY c.charge_id
      LIMIT :most
      """;

  private static final String ONCE =
      """
      SELECT o.operation_id AS object FROM operations o
      WHERE o.site_id = :site AND o.operation_id > :after AND o.operation_id <= :upTo
        AND o.outcome = 'approval'
        AND (EXISTS (
            SELECT 1 FROM operations t
            WHERE t.code = o.code AND t.operation_id <> o.operation_id AND t.outcome = 'approval')
          OR EXISTS (
            SELECT 1 FROM operations t
            WHERE t.transaction_id = o.transaction_id AND t.operation_id <> o.operation_id
              AND t.outcome = 'approval')
          OR (o.kind IN ('charge', 'capture', 'refund') AND EXISTS (
            SELECT 1 FROM operations t
            WHERE t.site_id = o.site_id AND t.subject_id = o.subject_id AND t.kind = o.kind
              AND t.operation_id <> o.operation_id AND t.outcome = 'approval'))
          OR (o.kind IN ('charge', 'capture', 'refund') AND EXISTS (
            SELECT 1 FROM operations t
            WHERE t.site_id = o.site_id AND t.gateway_transaction_id = o.gateway_transaction_id
              AND t.kind = o.kind AND t.operation_id <> o.operation_id
              AND t.outcome = 'approval')))
      ORDER BY o.operation_id
      LIMIT :most
      """;

  /// Money that was taken for a period may have been voided since; then the charge says so.
  private static final String PAID =
      """
      SELECT r.renewal_id AS object FROM renewals r
      CROSS JOIN LATERAL (
        SELECT
          count(*) FILTER (WHERE c.captured_amount > 0) AS taken,
          count(*) FILTER (WHERE c.charge_id = r.charge_id AND (c.captured_amount > 0
            OR c.state = 'voided' OR c.releasing_to = 'voided')) AS own
        FROM charges c
        WHERE c.site_id = r.site_id AND c.renewal_id = r.renewal_id
      ) charged
      WHERE r.site_id = :site AND r.renewal_id > :after AND r.renewal_id <= :upTo
        AND (charged.taken > 1 OR (r.state = 'paid' AND charged.own <> 1))
      ORDER BY r.renewal_id
      LIMIT :most
      """;

  private static final String GOING_ON =
      """
      SELECT s.subscription_id AS object FROM subscriptions s
      WHERE s.site_id = :site AND s.subscription_id > :after AND s.subscription_id <= :upTo
        AND s.status IN ('incomplete', 'trialing', 'active', 'past_due')
        AND s.collection = 'automatic'
        AND 1 <> (
          SELECT count(*) FROM renewals r
          WHERE r.site_id = s.site_id AND r.subscription_id = s.subscription_id
            AND (r.due_at IS NOT NULL OR r.state IN ('processing', 'held')))
      ORDER BY s.subscription_id
      LIMIT :most
      """;

  /// The last number handed out is looked at with the last events.
  private static final String SITE_EVENTS =
      """
      SELECT e.sequence::text AS object FROM events e
      WHERE e.site_id = :site
        AND e.sequence > CAST(:after AS bigint) AND e.sequence <= CAST(:upTo AS bigint)
        AND e.sequence > 1
        AND NOT EXISTS (
          SELECT 1 FROM events p WHERE p.site_id = e.site_id AND p.sequence = e.sequence - 1)
      UNION ALL
      SELECT p.last::text FROM event_positions p
      WHERE p.site_id = :site AND CAST(:upTo AS bigint) >= p.last
        AND p.last <> (SELECT coalesce(max(e.sequence), 0) FROM events e WHERE e.site_id = :site)
      LIMIT :most
      """;

  private static final String OBJECT_EVENTS =
      """
      SELECT e.object_type || ' ' || e.object_id AS object FROM events e
      WHERE e.site_id = :site
        AND e.sequence > CAST(:after AS bigint) AND e.sequence <= CAST(:upTo AS bigint)
        AND e.object_sequence > 1
        AND NOT EXISTS (
          SELECT 1 FROM events p
          WHERE p.site_id = e.site_id AND p.object_type = e.object_type
            AND p.object_id = e.object_id AND p.object_sequence = e.object_sequence - 1)
      ORDER BY e.sequence
      LIMIT :most
      """;

  static Scan of(Invariant invariant) {
    return switch (invariant) {
      case CAPTURED_EQUALS_OPERATIONS -> Scan.charges(CAPTURED);
      case REFUNDED_EQUALS_OPERATIONS -> Scan.charges(REFUNDED);
      case REFUNDS_WITHIN_CAPTURED -> Scan.charges(WITHIN);
      case REFERENCES_SUCCEED_ONCE -> Scan.operations(ONCE);
      case RENEWALS_PAID_ONCE -> Scan.renewals(PAID);
      case SUBSCRIPTIONS_GO_ON -> Scan.subscriptions(GOING_ON);
      case SITE_EVENTS_GAPLESS -> Scan.events(SITE_EVENTS);
      case OBJECT_EVENTS_GAPLESS -> Scan.events(OBJECT_EVENTS);
    };
  }
}
