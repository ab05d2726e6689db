package com.pelcro.payments.persistence.operation;

import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.ResourceIds;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables `operations` and `operation_steps`.
public final class JdbiOperations implements Operations {

  /// Who asks and hears as long as it is a call that does.
  private static final String ACTOR = "api";

  private final Database database;

  @Inject
  public JdbiOperations(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO operations (site_id, operation_id, kind, subject_id, amount, currency, code,
        transaction_id, asked_at, asked_by)
      VALUES (:site, :id, :kind, :subject, :amount, :amountCurrency, :code, :transactionId,
        :askedAt, :actor)
      """;

  @Override
  public void add(Operation operation) {
    var binds =
        Binds.at(operation.site())
            .with("id", operation.id())
            .with("kind", operation.kind())
            .with("subject", operation.subject())
            .money("amount", operation.amount())
            .with("code", operation.references().code())
            .with("transactionId", operation.references().transactionId())
            .with("askedAt", operation.askedAt())
            .with("actor", ACTOR);
    database.changeOne(ADD, binds, "the operation");
  }

  /// One statement: the first conclusion stands, and whatever is heard is kept.
  private static final String HEARD =
      """
      WITH concluded AS (
        UPDATE operations
        SET outcome = :outcome, concluded_at = :at, gateway_transaction_id = :gatewayTransaction
        WHERE site_id = :site AND operation_id = :id AND outcome IS NULL AND :concludes
      )
      INSERT INTO operation_steps (site_id, operation_id, happening, happened_at, outcome, asked,
        answered, http_status, correlation_id, took_nanos, actor)
      VALUES (:site, :id, 'answered', :at, :outcome, :asked, :answered, :httpStatus,
        :correlationId, :tookNanos, :actor)
      """;

  @Override
  public void heard(Operation operation, Witnessed<GatewayAnswer> heard, Instant at) {
    var outcome = Outcome.of(heard.answer());
    var evidence = heard.evidence();
    var binds =
        Binds.at(operation.site())
            .with("id", operation.id())
            .with("outcome", outcome.name())
            .with("concludes", outcome.concludes())
            .with("gatewayTransaction", outcome.transactionId())
            .with("at", at)
            .with("asked", evidence.asked())
            .with("answered", evidence.answered())
            .with("httpStatus", evidence.httpStatus())
            .with("correlationId", evidence.correlationId())
            .with("tookNanos", evidence.took().toNanos())
            .with("actor", ACTOR);
    database.changeOne(HEARD, binds, "the operation");
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
      WHERE o.site_id = :site AND o.subject_id = :subject
      ORDER BY s.happened_at, o.operation_id, s.position
      """;

  @Override
  public List<Step> steps(SiteId site, ResourceId subject) {
    var binds = Binds.at(site).with("subject", subject);
    return database.list(STEPS, binds, JdbiOperations::step);
  }

  private static final String OPEN =
      """
      SELECT site_id, operation_id, kind, subject_id, amount, currency, asked_at
      FROM operations
      WHERE site_id = :site AND subject_id = :subject AND outcome IS NULL
      ORDER BY asked_at, operation_id
      """;

  @Override
  public List<Operation> open(SiteId site, ResourceId subject) {
    var binds = Binds.at(site).with("subject", subject);
    return database.list(OPEN, binds, JdbiOperations::operation);
  }

  private static Operation operation(Columns columns) throws SQLException {
    return new Operation(
        new OperationId(columns.text("operation_id")),
        new SiteId(columns.text("site_id")),
        columns.code("kind", OperationKind.class),
        ResourceIds.of(columns.text("subject_id")),
        columns.money("amount", "currency"),
        columns.instant("asked_at"));
  }

  private static Step step(Columns columns) throws SQLException {
    return new Step(
        new OperationId(columns.text("operation_id")),
        columns.code("kind", OperationKind.class),
        new References(columns.text("code"), columns.text("transaction_id")),
        columns.money("amount", "currency"),
        columns.code("happening", Step.Happening.class),
        columns.instant("happened_at"),
        columns.optionalText("outcome"),
        evidence(columns),
        columns.text("actor"));
  }

  private static @Nullable Evidence evidence(Columns columns) throws SQLException {
    var asked = columns.optionalText("asked");
    return asked == null
        ? null
        : new Evidence(
            asked,
            columns.optionalText("answered"),
            columns.optionalNumber("http_status"),
            columns.optionalText("correlation_id"),
            Duration.ofNanos(columns.count("took_nanos")));
  }
}
