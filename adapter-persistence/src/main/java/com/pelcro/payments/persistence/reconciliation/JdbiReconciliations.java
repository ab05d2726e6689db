package com.pelcro.payments.persistence.reconciliation;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.reconciliation.Reconciliations;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.reconciliation.Reconciliation.Tally;
import com.pelcro.payments.domain.reconciliation.ReconciliationId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table `reconciliations`.
public final class JdbiReconciliations implements Reconciliations {

  private final Database database;

  @Inject
  public JdbiReconciliations(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO reconciliations (reconciliation_id, site_id, period_from, period_to, started_at,
        finished_at, accounts, entries, operations, differences, news, problems)
      VALUES (:id, :ofSite, :from, :to, :startedAt, :finishedAt, :accounts, :entries, :operations,
        :differences, :news, :problems)
      """;

  @Override
  public void add(Reconciliation reconciliation) {
    database.changeOne(ADD, binds(reconciliation), "the comparison");
  }

  private static final String UPDATE =
      """
      UPDATE reconciliations
      SET finished_at = :finishedAt, accounts = :accounts, entries = :entries,
        operations = :operations, differences = :differences, news = :news, problems = :problems
      WHERE reconciliation_id = :id
      """;

  @Override
  public void update(Reconciliation reconciliation) {
    database.changeOne(UPDATE, binds(reconciliation), "the comparison");
  }

  private static final String ABANDON =
      """
      UPDATE reconciliations SET finished_at = :now, problems = :problems
      WHERE finished_at IS NULL AND started_at < :before
      """;

  @Override
  public void abandon(Instant begunBefore, String problem, Instant now) {
    var binds =
        Binds.none()
            .with("now", now)
            .with("before", begunBefore)
            .texts("problems", List.of(problem));
    var _ = database.change(ABANDON, binds);
  }

  private static Binds binds(Reconciliation reconciliation) {
    var tally = reconciliation.tally();
    return Binds.none()
        .with("id", reconciliation.id())
        .with("ofSite", reconciliation.site())
        .with("from", reconciliation.from())
        .with("to", reconciliation.to())
        .with("startedAt", reconciliation.startedAt())
        .with("finishedAt", reconciliation.finishedAt())
        .with("accounts", tally.accounts())
        .with("entries", tally.entries())
        .with("operations", tally.operations())
        .with("differences", tally.differences())
        .with("news", tally.news())
        .texts("problems", reconciliation.problems());
  }

  private static final String SELECT =
      """
      SELECT reconciliation_id, site_id, period_from, period_to, started_at, finished_at, accounts,
        entries, operations, differences, news, problems
      FROM reconciliations
      WHERE true\
      """;

  @Override
  public Optional<Reconciliation> find(ReconciliationId id) {
    return database.find(
        SELECT + " AND reconciliation_id = :id",
        Binds.none().with("id", id),
        JdbiReconciliations::reconciliation);
  }

  @Override
  public Slice<Reconciliation> list(Window window) {
    return new Page("reconciliation_id", window, Binds.none())
        .of(database, SELECT, JdbiReconciliations::reconciliation);
  }

  private static Reconciliation reconciliation(Columns columns) throws SQLException {
    var site = columns.optionalText("site_id");
    return new Reconciliation(
        new ReconciliationId(columns.text("reconciliation_id")),
        site == null ? null : new SiteId(site),
        columns.instant("period_from"),
        columns.instant("period_to"),
        columns.instant("started_at"),
        columns.optionalInstant("finished_at"),
        new Tally(
            columns.number("accounts"),
            columns.number("entries"),
            columns.number("operations"),
            columns.number("differences"),
            columns.number("news")),
        columns.texts("problems"));
  }
}
