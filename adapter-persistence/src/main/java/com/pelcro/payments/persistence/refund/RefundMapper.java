package com.pelcro.payments.persistence.refund;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.domain.refund.RefundState.Done;
import com.pelcro.payments.domain.refund.RefundState.Failed;
import com.pelcro.payments.domain.refund.RefundState.Pending;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import java.sql.SQLException;

/// A refund as a row, in both directions.
final class RefundMapper {

  private RefundMapper() {}

  static Binds binds(Refund refund) {
    var binds =
        Binds.at(refund.site())
            .with("id", refund.id())
            .with("charge", refund.charge())
            .money("amount", refund.amount())
            .with("reason", refund.reason())
            .pairs("metadata", refund.metadata())
            .with("createdAt", refund.createdAt())
            .with("updatedAt", refund.updatedAt());
    return switch (refund.state()) {
      case Pending _ -> binds.with("state", "pending").reference("refund", null).failure(null);
      case Done(var reference) ->
          binds.with("state", "done").reference("refund", reference).failure(null);
      case Failed(var why) -> binds.with("state", "failed").reference("refund", null).failure(why);
    };
  }

  static Refund refund(Columns columns) throws SQLException {
    return new Refund(
        new RefundId(columns.text("refund_id")),
        new SiteId(columns.text("site_id")),
        new ChargeId(columns.text("charge_id")),
        columns.money("amount", "currency"),
        state(columns),
        columns.optionalText("reason"),
        columns.pairs("metadata"),
        columns.instant("created_at"),
        columns.instant("updated_at"));
  }

  private static RefundState state(Columns columns) throws SQLException {
    var state = columns.text("state");
    return switch (state) {
      case "pending" -> new Pending();
      case "done" -> new Done(columns.reference(""));
      case "failed" -> new Failed(columns.failure());
      default -> throw new IllegalStateException("no refund is " + state);
    };
  }
}
