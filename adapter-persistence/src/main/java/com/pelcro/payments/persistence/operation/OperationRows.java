package com.pelcro.payments.persistence.operation;

import com.pelcro.payments.application.operation.Claimed;
import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.application.operation.Outcome;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.ResourceIds;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Operations and their steps, read from rows.
final class OperationRows {

  static final String OPERATION =
      "site_id, operation_id, kind, subject_id, amount, currency, asked_at, asked_by";

  private OperationRows() {}

  static Operation operation(Columns columns) throws SQLException {
    return new Operation(
        new OperationId(columns.text("operation_id")),
        new SiteId(columns.text("site_id")),
        columns.code("kind", OperationKind.class),
        ResourceIds.of(columns.text("subject_id")),
        columns.money("amount", "currency"),
        columns.instant("asked_at"),
        columns.code("asked_by", Actor.class));
  }

  static Claimed claimed(Columns columns) throws SQLException {
    return new Claimed(operation(columns), conclusion(columns));
  }

  private static @Nullable Conclusion conclusion(Columns columns) throws SQLException {
    return columns.optionalText("outcome") == null
        ? null
        : new Conclusion(
            columns.code("outcome", Outcome.class),
            columns.code("proof", Proof.class),
            columns.instant("concluded_at"));
  }

  static Step step(Columns columns) throws SQLException {
    return new Step(
        new OperationId(columns.text("operation_id")),
        columns.code("kind", OperationKind.class),
        new References(columns.text("code"), columns.text("transaction_id")),
        columns.money("amount", "currency"),
        columns.code("happening", Step.Happening.class),
        columns.instant("happened_at"),
        columns.optionalText("outcome"),
        evidence(columns),
        columns.code("actor", Actor.class));
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
