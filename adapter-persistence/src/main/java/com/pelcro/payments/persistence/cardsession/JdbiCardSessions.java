package com.pelcro.payments.persistence.cardsession;

import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.cardsession.FormHistory;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tables `card_sessions` and `used_tokens`.
public final class JdbiCardSessions implements CardSessions {

  private final Database database;

  @Inject
  public JdbiCardSessions(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO card_sessions (site_id, session_id, gateway, origins, networks, method,
        capture_context, client_library, client_library_integrity, key_id, jwk, verification,
        created_at, expires_at, first_session_id)
      VALUES (:site, :id, :gateway, :origins, :networks, :method, :captureContext, :clientLibrary,
        :clientLibraryIntegrity, :keyId, :jwk, :verification, :createdAt, :expiresAt, :first)
      """;

  @Override
  public void add(CardSession session) {
    database.changeOne(ADD, binds(session).with("first", session.id()), "the card session");
  }

  @Override
  public void renew(CardSessionId first, CardSession fresh) {
    database.changeOne(ADD, binds(fresh).with("first", first), "the card session");
  }

  private static final String SELECT =
      """
      SELECT site_id, session_id, gateway, origins, networks, method, capture_context,
        client_library, client_library_integrity, key_id, jwk, verification, created_at, expires_at
      FROM card_sessions
      WHERE session_id = :id
      """;

  @Override
  public Optional<CardSession> find(SiteId site, CardSessionId id) {
    return database.find(
        SELECT + " AND site_id = :site", Binds.at(site).with("id", id), JdbiCardSessions::session);
  }

  @Override
  public Optional<CardSession> find(CardSessionId id) {
    return database.find(SELECT, Binds.none().with("id", id), JdbiCardSessions::session);
  }

  private static final String FIRST =
      """
      SELECT f.site_id, f.session_id AS first_session_id
      FROM card_sessions s
      JOIN card_sessions f ON f.site_id = s.site_id AND f.session_id = s.first_session_id
      WHERE s.session_id = :id
      """;

  private static final String HISTORY =
      """
      SELECT count(*) - 1 AS renewals, bool_or(spent) AS spent
      FROM card_sessions
      WHERE site_id = :site AND first_session_id = :first
      """;

  private record First(SiteId site, CardSessionId id) {}

  @Override
  public FormHistory history(CardSession session) {
    return database
        .find(FIRST, Binds.none().with("id", session.id()), JdbiCardSessions::first)
        .map(this::history)
        .orElseThrow();
  }

  /// The first session's row is locked alone, and what follows it is counted afterwards: a
  /// statement that had waited for the lock would count what was there before.
  @Override
  public Optional<FormHistory> lockHistory(CardSessionId id) {
    return database
        .lock(FIRST, Binds.none().with("id", id), JdbiCardSessions::first)
        .map(this::history);
  }

  private static First first(Columns columns) throws SQLException {
    return new First(
        new SiteId(columns.text("site_id")), new CardSessionId(columns.text("first_session_id")));
  }

  private FormHistory history(First first) {
    return database
        .find(
            HISTORY,
            Binds.at(first.site()).with("first", first.id()),
            columns ->
                new FormHistory(first.id(), columns.number("renewals"), columns.flag("spent")))
        .orElseThrow();
  }

  @Override
  public void spend(CardSession session) {
    database.changeOne(
        "UPDATE card_sessions SET spent = true WHERE site_id = :site AND session_id = :id",
        Binds.at(session.site()).with("id", session.id()),
        "the card session");
  }

  private static final String USE =
      """
      INSERT INTO used_tokens (site_id, token_id, payment_method_id, expires_at)
      VALUES (:site, :token, :method, :expiresAt)
      ON CONFLICT (site_id, token_id) DO NOTHING
      """;

  @Override
  public TokenUse use(SiteId site, String tokenId, PaymentMethodId method, Instant expiresAt) {
    var binds =
        Binds.at(site).with("token", tokenId).with("method", method).with("expiresAt", expiresAt);
    return database.change(USE, binds) == 1 ? TokenUse.FIRST : TokenUse.AGAIN;
  }

  @Override
  public void free(SiteId site, PaymentMethodId method) {
    var _ =
        database.change(
            "DELETE FROM used_tokens WHERE site_id = :site AND payment_method_id = :method",
            Binds.at(site).with("method", method));
  }

  private static Binds binds(CardSession session) {
    var binds =
        Binds.at(session.site())
            .with("id", session.id())
            .with("gateway", session.gateway())
            .texts("origins", session.origins().stream().map(Origin::value).toList())
            .texts("networks", session.networks().stream().map(CardNetwork::code).sorted().toList())
            .with("method", session.method())
            .with("verification", session.verification())
            .with("createdAt", session.createdAt())
            .with("expiresAt", session.expiresAt());
    return fields(binds, session.fields());
  }

  private static Binds fields(Binds binds, CardFields fields) {
    var microform = fields instanceof CardFields.Microform hosted ? hosted : null;
    var key = fields instanceof CardFields.FlexKey bare ? bare : null;
    return binds
        .with("captureContext", microform == null ? null : microform.captureContext())
        .with("clientLibrary", microform == null ? null : microform.clientLibrary())
        .with(
            "clientLibraryIntegrity", microform == null ? null : microform.clientLibraryIntegrity())
        .with("keyId", key == null ? null : key.keyId())
        .with("jwk", key == null ? null : key.jwk());
  }

  private static CardSession session(Columns columns) throws SQLException {
    return new CardSession(
        new CardSessionId(columns.text("session_id")),
        new SiteId(columns.text("site_id")),
        new GatewayId(columns.text("gateway")),
        columns.texts("origins").stream().map(Origin::new).toList(),
        columns.texts("networks").stream()
            .map(code -> CardNetwork.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        fields(columns),
        columns.text("verification"),
        columns.instant("created_at"),
        columns.instant("expires_at"));
  }

  private static CardFields fields(Columns columns) throws SQLException {
    return switch (columns.code("method", CaptureMethod.class)) {
      case MICROFORM ->
          new CardFields.Microform(
              columns.text("capture_context"),
              columns.text("client_library"),
              columns.optionalText("client_library_integrity"));
      case FLEX_KEY -> new CardFields.FlexKey(columns.text("key_id"), columns.text("jwk"));
    };
  }
}
