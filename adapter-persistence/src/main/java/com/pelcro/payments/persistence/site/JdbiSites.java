package com.pelcro.payments.persistence.site;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/// The table `sites`.
public final class JdbiSites implements Sites {

  private final Database database;

  @Inject
  public JdbiSites(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO sites (site_id, name, url, external_id, time_zone, created_at)
      VALUES (:site, :name, :url, :externalId, :timeZone, :createdAt)
      """;

  @Override
  public void add(Site site) {
    database.changeOne(ADD, binds(site), "the site");
  }

  private static final String SELECT =
      "SELECT site_id, name, url, external_id, time_zone, created_at FROM sites";

  private static final String FIND = SELECT + " WHERE site_id = :site";

  @Override
  public Optional<Site> find(SiteId id) {
    return database.find(FIND, Binds.at(id), JdbiSites::site);
  }

  @Override
  public Optional<Site> lock(SiteId id) {
    return database.lock(FIND, Binds.at(id), JdbiSites::site);
  }

  private static final String UPDATE =
      """
      UPDATE sites
      SET name = :name, url = :url, external_id = :externalId, time_zone = :timeZone
      WHERE site_id = :site
      """;

  @Override
  public void update(Site site) {
    database.changeOne(UPDATE, binds(site), "the site");
  }

  @Override
  public Slice<Site> list(Window window) {
    return new Page("site_id", window, Binds.none())
        .of(database, SELECT + " WHERE true", JdbiSites::site);
  }

  private static Binds binds(Site site) {
    return Binds.at(site.id())
        .with("name", site.name())
        .with("url", site.url())
        .with("externalId", site.externalId())
        .with("timeZone", site.timeZone().getId())
        .with("createdAt", site.createdAt());
  }

  private static Site site(Columns columns) throws SQLException {
    return new Site(
        new SiteId(columns.text("site_id")),
        columns.text("name"),
        new Origin(columns.text("url")),
        columns.optionalText("external_id"),
        ZoneId.of(columns.text("time_zone")),
        columns.instant("created_at"));
  }
}
