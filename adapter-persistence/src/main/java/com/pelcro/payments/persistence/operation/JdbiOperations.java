package com.pelcro.payments.persistence.operation;

import com.pelcro.payments.application.operation.Claimed;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.operation.Outcome;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables `operations` and `operation_steps`.
public final class JdbiOperations implements Operations {

  private final Database database;

  @Inject
  public JdbiOperations(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO operations (site_id, operation_id, kind, subject_id, amount, currency, code,
        transaction_id, asked_at, asked_by, look_at)
      VALUES (:site, :id, :kind, :subject, :amount, :amountCurrency, :code, :transactionId,
        :askedAt, :askedBy, :lookAt)
      """;

  @Override
  public void add(Operation operation, Instant lookAt) {
    var binds =
        at(operation)
            .with("kind", operation.kind())
            .with("subject", operation.subject())
            .money("amount", operation.amount())
            .with("code", operation.references().code())
            .with("transactionId", operation.references().transactionId())
            .with("askedAt", operation.askedAt())
            .with("askedBy", operation.askedBy())
            .with("lookAt", lookAt);
    database.changeOne(ADD, binds, "the operation");
  }

  private static final String STEP =
      """
      INSERT INTO operation_steps (site_id, operation_id, happening, happened_at, outcome, asked,
        answered, http_status, correlation_id, took_nanos, actor)
      VALUES (:site, :id, :happening, :at, :stepOutcome, :asked, :answered, :httpStatus,
        :correlationId, :tookNanos, :actor)
      """;

  /// One statement: the first conclusion stands unless it was a review, and whatever is heard is
  /// kept. What it returns is seen as it was before.
  private static final String HEARD =
      """
      WITH concluded AS (
        UPDATE operations
        SET outcome = :outcome, proof = :proof, concluded_at = :at,
          gateway_transaction_id = :gatewayTransaction, look_at = :lookAt
        WHERE site_id = :site AND operation_id = :id AND :concludes
          AND (outcome IS NULL OR outcome = 'review')
      ), silent AS (
        UPDATE operations SET look_at = :lookAt
        WHERE site_id = :site AND operation_id = :id AND outcome IS NULL AND NOT :concludes
      )
      """
          + STEP
          + """
          RETURNING (SELECT outcome IS NULL FROM operations
            WHERE site_id = :site AND operation_id = :id) AS was_open
          """;

  @Override
  public boolean heard(
      Operation operation,
      Witnessed<GatewayAnswer> heard,
      Proof proof,
      Instant at,
      @Nullable Instant lookAt) {
    var outcome = Outcome.of(heard.answer());
    var binds =
        seen(at(operation), heard.evidence())
            .with("outcome", outcome)
            .with("stepOutcome", Step.outcome(outcome, proof))
            .with("proof", proof)
            .with("concludes", outcome.concludes())
            .with("gatewayTransaction", TransactionIds.of(heard.answer()))
            .with("at", at)
            .with("lookAt", lookAt)
            .with("happening", Step.Happening.of(proof))
            .with("actor", Step.actor(proof, operation.askedBy()));
    return database.find(HEARD, binds, row -> row.flag("was_open")).orElseThrow();
  }

  @Override
  public void note(SiteId site, Step step) {
    var binds =
        seen(Binds.at(site).with("id", step.operation()), step.evidence())
            .with("happening", step.happening())
            .with("stepOutcome", step.outcome())
            .with("at", step.at())
            .with("actor", step.actor());
    database.changeOne(STEP, binds, "the operation");
  }

  private static final String LOOK_AGAIN =
      "UPDATE operations SET look_at = :lookAt WHERE site_id = :site AND operation_id = :id";

  @Override
  public void lookAgain(Operation operation, @Nullable Instant lookAt) {
    database.changeOne(LOOK_AGAIN, at(operation).with("lookAt", lookAt), "the operation");
  }

  private static final String REOPEN =
      """
      UPDATE operations
      SET outcome = NULL, proof = NULL, concluded_at = NULL, gateway_transaction_id = NULL
      WHERE site_id = :site AND operation_id = :id AND proof = 'absent'
      """;

  @Override
  public void reopen(Operation operation) {
    database.changeOne(REOPEN, at(operation), "the operation called absent");
  }

  /// What is due is picked first and for sure once, then taken over.
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT site_id AS site, operation_id AS id FROM operations
        WHERE look_at <= :now
        ORDER BY look_at
        LIMIT :most
        FOR NO KEY UPDATE SKIP LOCKED
      )
      UPDATE operations SET look_at = :until
      FROM due
      WHERE site_id = due.site AND operation_id = due.id
      RETURNING %s, outcome, proof, concluded_at
      """
          .formatted(OperationRows.OPERATION);

  @Override
  public List<Claimed> claim(Instant now, Instant until, int most) {
    var binds = Binds.none().with("now", now).with("until", until).with("most", most);
    return database.list(CLAIM, binds, OperationRows::claimed);
  }

  private static final String STEPS =
      """
      SELECT o.operation_id, o.kind, o.code, o.transaction_id, o.amount, o.currency,
        s.happening, s.happened_at, s.outcome, s.asked, s.answered, s.http_status,
        s.correlation_id, s.took_nanos, s.actor
      FROM operations o
      CROSS JOIN LATERAL (
        SELECT 0 AS position, 'asked' AS happening, o.asked_at AS happened_at, NULL AS outcome,
          NULL AS asked, NULL AS answered, NULL::integer AS http_status, NULL AS correlation_id,
          NULL::bigint AS took_nanos, o.asked_by AS actor
        UNION ALL
        SELECT position, happening, happened_at, outcome, asked, answered, http_status,
          correlation_id, took_nanos, actor
        FROM operation_steps
        WHERE site_id = o.site_id AND operation_id = o.operation_id
      ) s
      WHERE o.site_id = :site AND o.subject_id IN (%s)
      ORDER BY s.happened_at, o.operation_id, s.position
      """;

  private static final String STEPS_OF_ONE = STEPS.formatted(":subject");

  @Override
  public List<Step> steps(SiteId site, ResourceId subject) {
    return database.list(
        STEPS_OF_ONE, Binds.at(site).with("subject", subject), OperationRows::step);
  }

  private static final String CHARGE_AND_REFUNDS =
      """
      SELECT :charge UNION ALL
      SELECT refund_id FROM refunds WHERE site_id = :site AND charge_id = :charge
      """;

  private static final String TIMELINE = STEPS.formatted(CHARGE_AND_REFUNDS);

  @Override
  public List<Step> timeline(SiteId site, ChargeId charge) {
    return database.list(TIMELINE, Binds.at(site).with("charge", charge), OperationRows::step);
  }

  private static final String OPEN =
      "SELECT "
          + OperationRows.OPERATION
          + """

          FROM operations
          WHERE site_id = :site AND outcome IS NULL AND subject_id IN (%s)
          ORDER BY asked_at, operation_id
          """;

  private static final String OPEN_OF_ONE = OPEN.formatted(":subject");

  @Override
  public List<Operation> open(SiteId site, ResourceId subject) {
    var binds = Binds.at(site).with("subject", subject);
    return database.list(OPEN_OF_ONE, binds, OperationRows::operation);
  }

  private static final String OPEN_OF_CHARGE = OPEN.formatted(CHARGE_AND_REFUNDS);

  @Override
  public List<Operation> openOf(SiteId site, ChargeId charge) {
    var binds = Binds.at(site).with("charge", charge);
    return database.list(OPEN_OF_CHARGE, binds, OperationRows::operation);
  }

  private static Binds at(Operation operation) {
    return Binds.at(operation.site()).with("id", operation.id());
  }

  private static Binds seen(Binds binds, @Nullable Evidence evidence) {
    return evidence == null
        ? binds
            .with("asked", null)
            .with("answered", null)
            .with("httpStatus", null)
            .with("correlationId", null)
            .with("tookNanos", null)
        : binds
            .with("asked", evidence.asked())
            .with("answered", evidence.answered())
            .with("httpStatus", evidence.httpStatus())
            .with("correlationId", evidence.correlationId())
            .with("tookNanos", evidence.took().toNanos());
  }
}
