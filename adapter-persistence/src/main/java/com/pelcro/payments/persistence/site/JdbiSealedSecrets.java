package com.pelcro.payments.persistence.site;

import com.pelcro.payments.application.site.SealedSecrets;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.site.SecretColumn.Column;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sealed columns of the table `integrations`.
public final class JdbiSealedSecrets implements SealedSecrets {

  private final Database database;
  private final SecretColumn column;

  @Inject
  public JdbiSealedSecrets(Database database, SecretColumn column) {
    this.database = database;
    this.column = column;
  }

  /// `previous` is null when there are no credentials from before.
  private record Sealed(
      Place place, Map<String, String> secrets, @Nullable Map<String, String> previous) {}

  private static final String AFTER =
      """
      SELECT site_id, gateway, text_pairs(secrets) AS secrets,
        text_pairs(previous_secrets) AS previous_secrets, previous_until
      FROM integrations
      WHERE (site_id, gateway) > (:site, :gateway)
      ORDER BY site_id, gateway
      LIMIT :most
      FOR NO KEY UPDATE
      """;

  @Override
  public Part sealAnew(@Nullable Place after, int most) {
    var binds =
        Binds.none()
            .with("site", after == null ? "" : after.site().value())
            .with("gateway", after == null ? "" : after.gateway().value())
            .with("most", most);
    var rows = database.list(AFTER, binds, JdbiSealedSecrets::sealed);
    var old = rows.stream().filter(row -> !isCurrent(row)).toList();
    var unopened = new ArrayList<Place>();
    old.forEach(row -> seal(row, unopened));
    var last = rows.isEmpty() ? null : rows.getLast().place();
    return new Part(last, rows.size(), old.size() - unopened.size(), unopened);
  }

  private boolean isCurrent(Sealed row) {
    return column.isCurrent(row.secrets())
        && (row.previous() == null || column.isCurrent(row.previous()));
  }

  private void seal(Sealed row, List<Place> unopened) {
    try {
      write(row.place(), anew(row, Column.SECRETS, row.secrets()), previous(row));
    } catch (SecretUnreadable _) {
      unopened.add(row.place());
    }
  }

  private @Nullable Map<String, String> previous(Sealed row) {
    return row.previous() == null ? null : anew(row, Column.PREVIOUS_SECRETS, row.previous());
  }

  private Map<String, String> anew(Sealed row, Column where, Map<String, String> values) {
    var site = row.place().site();
    var gateway = row.place().gateway();
    return column.sealed(site, gateway, where, column.opened(site, gateway, where, values));
  }

  /// What the secrets are did not change, so no time of a change does either.
  private static final String WRITE =
      """
      UPDATE integrations
      SET secrets = jsonb_object(:secrets), previous_secrets = jsonb_object(:previous::text[])
      WHERE site_id = :site AND gateway = :gateway
      """;

  private void write(
      Place place, Map<String, String> secrets, @Nullable Map<String, String> previous) {
    var binds =
        Binds.at(place.site())
            .with("gateway", place.gateway())
            .pairs("secrets", secrets)
            .pairs("previous", previous);
    database.changeOne(WRITE, binds, "the integration");
  }

  private static Sealed sealed(Columns columns) throws SQLException {
    return new Sealed(
        new Place(new SiteId(columns.text("site_id")), new GatewayId(columns.text("gateway"))),
        columns.pairs("secrets"),
        columns.isSet("previous_until") ? columns.pairs("previous_secrets") : null);
  }
}
