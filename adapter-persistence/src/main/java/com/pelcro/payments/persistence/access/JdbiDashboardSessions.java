package com.pelcro.payments.persistence.access;

import com.pelcro.payments.application.access.DashboardSessions;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.access.DashboardSession.Holder;
import com.pelcro.payments.domain.access.SessionHash;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The table `dashboard_sessions`.
public final class JdbiDashboardSessions implements DashboardSessions {

  private final Database database;

  @Inject
  public JdbiDashboardSessions(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO dashboard_sessions (token_hash, site_id, key_id, operator_digest, opened_at,
        seen_at)
      VALUES (:token, :site, :key, :operator, :openedAt, :seenAt)
      """;

  @Override
  public void add(DashboardSession session) {
    var binds =
        holder(session.holder())
            .with("token", session.token().value())
            .with("openedAt", session.openedAt())
            .with("seenAt", session.seenAt());
    database.changeOne(ADD, binds, "the session");
  }

  private static Binds holder(Holder holder) {
    return switch (holder) {
      case Holder.Operator(var digest) ->
          Binds.none().with("operator", digest).with("site", null).with("key", null);
      case Holder.Site(var site, var key) ->
          Binds.none().with("operator", null).with("site", site).with("key", key);
    };
  }

  private static final String FIND =
      """
      SELECT token_hash, site_id, key_id, operator_digest, opened_at, seen_at
      FROM dashboard_sessions
      WHERE token_hash = :token
      """;

  @Override
  public Optional<DashboardSession> find(SessionHash token) {
    return database.find(FIND, named(token), JdbiDashboardSessions::session);
  }

  private static final String SEEN =
      """
      UPDATE dashboard_sessions SET seen_at = :at
      WHERE token_hash = :token AND seen_at < :at
      """;

  @Override
  public void seen(SessionHash token, Instant at) {
    var _ = database.change(SEEN, named(token).with("at", at));
  }

  @Override
  public void remove(SessionHash token) {
    var _ =
        database.change("DELETE FROM dashboard_sessions WHERE token_hash = :token", named(token));
  }

  /// Rows somebody else holds are left to the next time.
  private static final String REMOVE_OLD =
      """
      DELETE FROM dashboard_sessions
      WHERE token_hash IN (
        SELECT token_hash FROM dashboard_sessions
        WHERE opened_at < :before
        ORDER BY opened_at
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      """;

  @Override
  public void removeOpenedBefore(Instant before, int most) {
    var _ = database.change(REMOVE_OLD, Binds.none().with("before", before).with("most", most));
  }

  private static Binds named(SessionHash token) {
    return Binds.none().with("token", token.value());
  }

  private static DashboardSession session(Columns columns) throws SQLException {
    return new DashboardSession(
        new SessionHash(columns.text("token_hash")),
        columns.isSet("operator_digest")
            ? new Holder.Operator(columns.text("operator_digest"))
            : new Holder.Site(
                new SiteId(columns.text("site_id")), new ApiKeyId(columns.text("key_id"))),
        columns.instant("opened_at"),
        columns.instant("seen_at"));
  }
}
