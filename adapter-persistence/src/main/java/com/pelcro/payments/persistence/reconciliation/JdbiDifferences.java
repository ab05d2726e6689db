package com.pelcro.payments.persistence.reconciliation;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.Difference.Closing;
import com.pelcro.payments.domain.reconciliation.Difference.Matter;
import com.pelcro.payments.domain.reconciliation.Difference.Status;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `differences`.
public final class JdbiDifferences implements Differences {

  private final Database database;

  @Inject
  public JdbiDifferences(Database database) {
    this.database = database;
  }

  private static final String SELECT =
      """
      SELECT d.site_id, d.difference_id, d.gateway, d.type, d.status, d.operation_id,
        d.gateway_transaction_id, d.code, d.there_amount, d.there_currency, d.happened_at,
        d.detail, d.first_seen_at, d.last_seen_at, d.closing_note, d.closed_at,
        o.kind, o.subject_id, o.amount, o.currency, o.asked_at, o.asked_by
      FROM differences d
      LEFT JOIN operations o ON o.site_id = d.site_id AND o.operation_id = d.operation_id
      WHERE true\
      """;

  private static final String KNOWN =
      """
      SELECT difference_id FROM differences
      WHERE gateway = :gateway AND type = :type AND matter = :matter\
      """;

  /// Whoever is about to add the same difference waits here for whoever came first.
  private static final String ENTER =
      """
      SELECT pg_advisory_xact_lock(
        hashtextextended('difference ' || :gateway || ' ' || :type || ' ' || :matter, 0))
      """;

  @Override
  public Optional<Difference> lock(GatewayId gateway, DifferenceType type, Matter matter) {
    var binds =
        Binds.none().with("gateway", gateway).with("type", type).with("matter", matter.name());
    var _ = database.list(ENTER, binds, _ -> matter);
    return database
        .lock(KNOWN, binds, columns -> columns.text("difference_id"))
        .flatMap(id -> find(new DifferenceId(id)));
  }

  private static final String LOCK =
      "SELECT difference_id FROM differences WHERE difference_id = :id";

  @Override
  public Optional<Difference> lock(DifferenceId id) {
    return database
        .lock(LOCK, Binds.none().with("id", id), columns -> columns.text("difference_id"))
        .flatMap(_ -> find(id));
  }

  private static final String ADD =
      """
      INSERT INTO differences (site_id, difference_id, gateway, type, status, matter, operation_id,
        gateway_transaction_id, code, there_amount, there_currency, happened_at, detail,
        first_seen_at, last_seen_at, closing_note, closed_at)
      VALUES (:site, :id, :gateway, :type, :status, :matter, :operation, :gatewayTransaction,
        :code, :there, :thereCurrency, :happenedAt, :detail, :firstSeenAt, :lastSeenAt,
        :closingNote, :closedAt)
      """;

  @Override
  public void add(Difference difference) {
    database.changeOne(ADD, binds(difference), "the difference");
  }

  private static final String UPDATE =
      """
      UPDATE differences
      SET status = :status, gateway_transaction_id = :gatewayTransaction, code = :code,
        there_amount = :there, there_currency = :thereCurrency, happened_at = :happenedAt,
        detail = :detail, last_seen_at = :lastSeenAt, closing_note = :closingNote,
        closed_at = :closedAt
      WHERE site_id = :site AND difference_id = :id
      """;

  @Override
  public void update(Difference difference) {
    database.changeOne(UPDATE, binds(difference), "the difference");
  }

  private static Binds binds(Difference difference) {
    var matter = difference.matter();
    var operation = matter.operation();
    var closing = difference.closing();
    return Binds.at(difference.site())
        .with("id", difference.id())
        .with("gateway", difference.gateway())
        .with("type", difference.type())
        .with("status", difference.status())
        .with("matter", matter.name())
        .with("operation", operation == null ? null : operation.id())
        .with("gatewayTransaction", matter.gatewayTransactionId())
        .with("code", matter.code())
        .money("there", matter.there())
        .with("happenedAt", matter.at())
        .with("detail", difference.detail())
        .with("firstSeenAt", difference.firstSeenAt())
        .with("lastSeenAt", difference.lastSeenAt())
        .with("closingNote", closing == null ? null : closing.note())
        .with("closedAt", closing == null ? null : closing.at());
  }

  @Override
  public Optional<Difference> find(DifferenceId id) {
    return database.find(
        SELECT + " AND d.difference_id = :id",
        Binds.none().with("id", id),
        JdbiDifferences::difference);
  }

  private static final String OPEN =
      SELECT
          + """
           AND d.site_id = :site AND d.gateway = :gateway AND d.status = 'open'
            AND d.happened_at >= :from AND d.happened_at < :to
          ORDER BY d.happened_at, d.difference_id
          """;

  @Override
  public List<Difference> open(SiteId site, GatewayId gateway, Period period) {
    var binds =
        Binds.at(site).with("gateway", gateway).with("from", period.from()).with("to", period.to());
    return database.list(OPEN, binds, JdbiDifferences::difference);
  }

  @Override
  public Slice<Difference> list(Filter filter, Window window) {
    return new Page("d.difference_id", window, Binds.none())
        .narrow("d.site_id = :site", "site", filter.site())
        .narrow("d.status = :status", "status", filter.status())
        .narrow("d.type = :type", "type", filter.type())
        .of(database, SELECT, JdbiDifferences::difference);
  }

  private static Difference difference(Columns columns) throws SQLException {
    return new Difference(
        new DifferenceId(columns.text("difference_id")),
        new SiteId(columns.text("site_id")),
        new GatewayId(columns.text("gateway")),
        columns.code("type", DifferenceType.class),
        columns.code("status", Status.class),
        matter(columns),
        columns.text("detail"),
        columns.instant("first_seen_at"),
        columns.instant("last_seen_at"),
        closing(columns));
  }

  private static Matter matter(Columns columns) throws SQLException {
    return new Matter(
        columns.isSet("operation_id") ? JdbiAskedOperations.operation(columns) : null,
        columns.optionalText("gateway_transaction_id"),
        columns.optionalText("code"),
        columns.isSet("there_amount") ? columns.money("there_amount", "there_currency") : null,
        columns.instant("happened_at"));
  }

  private static @Nullable Closing closing(Columns columns) throws SQLException {
    return columns.isSet("closing_note")
        ? new Closing(columns.text("closing_note"), columns.instant("closed_at"))
        : null;
  }
}
