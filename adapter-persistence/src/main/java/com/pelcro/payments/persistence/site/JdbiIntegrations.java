package com.pelcro.payments.persistence.site;

import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.RetiredCredentials;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Kept;
import com.pelcro.payments.persistence.site.SecretColumn.Column;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table `integrations`.
@Singleton
public final class JdbiIntegrations implements Integrations {

  private final Database database;
  private final SecretColumn secrets;
  private final Kept<Place, Integration> kept;

  private record Place(SiteId site, GatewayId gateway) {}

  @Inject
  public JdbiIntegrations(Database database, SecretColumn secrets) {
    this.database = database;
    this.secrets = secrets;
    this.kept = database.keeping();
  }

  private static final String SELECT =
      """
      SELECT site_id, gateway, environment, status, currency, additional_sites, networks,
        text_pairs(settings) AS settings, text_pairs(secrets) AS secrets,
        text_pairs(previous_settings) AS previous_settings,
        text_pairs(previous_secrets) AS previous_secrets, previous_until,
        secrets_updated_at, created_at, updated_at
      FROM integrations
      WHERE site_id = :site
      """;

  private static final String FIND = SELECT + " AND gateway = :gateway";

  @Override
  public Optional<Integration> find(SiteId site, GatewayId gateway) {
    var binds = Binds.at(site).with("gateway", gateway);
    return kept.find(new Place(site, gateway), () -> database.find(FIND, binds, this::integration));
  }

  @Override
  public Optional<Integration> lock(SiteId site, GatewayId gateway) {
    return database.lock(FIND, Binds.at(site).with("gateway", gateway), this::integration);
  }

  @Override
  public List<Integration> of(SiteId site) {
    var sql = SELECT + " ORDER BY created_at, gateway";
    return database.list(sql, Binds.at(site), this::integration);
  }

  private static final String PUT =
      """
      INSERT INTO integrations (site_id, gateway, environment, status, currency, additional_sites,
        networks, settings, secrets, previous_settings, previous_secrets, previous_until,
        secrets_updated_at, created_at, updated_at)
      VALUES (:site, :gateway, :environment, :status, :currency, :additionalSites, :networks,
        jsonb_object(:settings), jsonb_object(:secrets), jsonb_object(:previousSettings::text[]),
        jsonb_object(:previousSecrets::text[]), :previousUntil, :secretsUpdatedAt, :createdAt,
        :updatedAt)
      ON CONFLICT (site_id, gateway) DO UPDATE
      SET environment = excluded.environment, status = excluded.status,
        currency = excluded.currency, additional_sites = excluded.additional_sites,
        networks = excluded.networks, settings = excluded.settings, secrets = excluded.secrets,
        previous_settings = excluded.previous_settings,
        previous_secrets = excluded.previous_secrets, previous_until = excluded.previous_until,
        secrets_updated_at = excluded.secrets_updated_at, created_at = excluded.created_at,
        updated_at = excluded.updated_at
      """;

  @Override
  public void put(Integration integration) {
    var _ = database.changeSettings(PUT, binds(integration));
  }

  @Override
  public void remove(SiteId site, GatewayId gateway) {
    var _ =
        database.changeSettings(
            "DELETE FROM integrations WHERE site_id = :site AND gateway = :gateway",
            Binds.at(site).with("gateway", gateway));
  }

  private Binds binds(Integration integration) {
    var binds =
        Binds.at(integration.site())
            .with("gateway", integration.gateway())
            .with("environment", integration.environment())
            .with("status", integration.status())
            .with("currency", integration.currency())
            .texts(
                "additionalSites",
                integration.additionalSites().stream().map(Origin::value).toList())
            .texts(
                "networks",
                integration.networks().stream().map(CardNetwork::code).sorted().toList())
            .with("secretsUpdatedAt", integration.secretsUpdatedAt())
            .with("createdAt", integration.createdAt())
            .with("updatedAt", integration.updatedAt());
    return previous(credentials(binds, integration), integration);
  }

  private Binds credentials(Binds binds, Integration integration) {
    var credentials = integration.credentials();
    return binds
        .pairs("settings", credentials.values())
        .pairs(
            "secrets",
            secrets.sealed(
                integration.site(), integration.gateway(), Column.SECRETS, credentials.secrets()));
  }

  private Binds previous(Binds binds, Integration integration) {
    return switch (integration.previous()) {
      case null ->
          binds
              .pairs("previousSettings", null)
              .pairs("previousSecrets", null)
              .with("previousUntil", null);
      case RetiredCredentials(var credentials, var until) ->
          binds
              .pairs("previousSettings", credentials.values())
              .pairs(
                  "previousSecrets",
                  secrets.sealed(
                      integration.site(),
                      integration.gateway(),
                      Column.PREVIOUS_SECRETS,
                      credentials.secrets()))
              .with("previousUntil", until);
    };
  }

  private Integration integration(Columns columns) throws SQLException {
    return new Integration(
        new SiteId(columns.text("site_id")),
        new GatewayId(columns.text("gateway")),
        columns.code("environment", Environment.class),
        columns.code("status", IntegrationStatus.class),
        columns.currency("currency"),
        columns.texts("additional_sites").stream().map(Origin::new).toList(),
        columns.texts("networks").stream()
            .map(code -> CardNetwork.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        credentials(columns, "", Column.SECRETS),
        previous(columns),
        columns.instant("secrets_updated_at"),
        columns.instant("created_at"),
        columns.instant("updated_at"));
  }

  private @Nullable RetiredCredentials previous(Columns columns) throws SQLException {
    var until = columns.optionalInstant("previous_until");
    return until == null
        ? null
        : new RetiredCredentials(credentials(columns, "previous_", Column.PREVIOUS_SECRETS), until);
  }

  private Credentials credentials(Columns columns, String prefix, Column column)
      throws SQLException {
    var site = new SiteId(columns.text("site_id"));
    var gateway = new GatewayId(columns.text("gateway"));
    return new Credentials(
        columns.pairs(prefix + "settings"),
        secrets.opened(site, gateway, column, columns.pairs(prefix + "secrets")));
  }
}
