package com.pelcro.payments.persistence.reconciliation;

import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.application.operation.Outcome;
import com.pelcro.payments.application.reconciliation.AskedOperation;
import com.pelcro.payments.application.reconciliation.AskedOperations;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.ResourceIds;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table `operations`, with the gateway that each was asked of.
public final class JdbiAskedOperations implements AskedOperations {

  private final Database database;

  @Inject
  public JdbiAskedOperations(Database database) {
    this.database = database;
  }

  private static final String SELECT =
      """
      SELECT o.site_id, o.operation_id, o.kind, o.subject_id, o.amount, o.currency, o.asked_at,
        o.asked_by, o.outcome, o.proof, o.concluded_at,
        coalesce(c.gateway, m.gateway) AS gateway, coalesce(c.mode = 'sale', false) AS captures,
        coalesce(c.state IN ('authorized', 'capturing')
          OR (c.state = 'captured' AND c.refunded_amount < c.captured_amount), false) AS stands
      FROM operations o
      LEFT JOIN refunds r ON r.site_id = o.site_id AND r.refund_id = o.refund_id
      LEFT JOIN charges c
        ON c.site_id = o.site_id AND c.charge_id = coalesce(o.charge_id, r.charge_id)
      LEFT JOIN payment_methods m
        ON m.site_id = o.site_id AND m.payment_method_id = o.payment_method_id
      """;

  private static final String UNDER = SELECT + " WHERE o.code = ANY (:codes)";

  @Override
  public List<AskedOperation> under(Set<String> codes) {
    return database.list(UNDER, Binds.none().texts("codes", codes), JdbiAskedOperations::asked);
  }

  private static final String COUNTED =
      SELECT
          + """
           WHERE o.site_id = :site AND o.asked_at >= :from AND o.asked_at < :to
            AND o.kind IN ('charge', 'capture', 'refund', 'void')
            AND o.outcome IN ('approval', 'hold')
            AND coalesce(c.gateway, m.gateway) = :gateway
            AND o.operation_id > :after
          ORDER BY o.operation_id
          LIMIT :most
          """;

  @Override
  public List<AskedOperation> counted(
      SiteId site, GatewayId gateway, Period asked, @Nullable OperationId after, int most) {
    var binds =
        Binds.at(site)
            .with("gateway", gateway)
            .with("from", asked.from())
            .with("to", asked.to())
            .with("after", after == null ? "" : after.value())
            .with("most", most);
    return database.list(COUNTED, binds, JdbiAskedOperations::asked);
  }

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

  private static AskedOperation asked(Columns columns) throws SQLException {
    return new AskedOperation(
        operation(columns),
        new GatewayId(columns.text("gateway")),
        columns.flag("captures"),
        columns.flag("stands"),
        conclusion(columns));
  }

  private static @Nullable Conclusion conclusion(Columns columns) throws SQLException {
    return columns.isSet("outcome")
        ? new Conclusion(
            columns.code("outcome", Outcome.class),
            columns.code("proof", Proof.class),
            columns.instant("concluded_at"))
        : null;
  }
}
