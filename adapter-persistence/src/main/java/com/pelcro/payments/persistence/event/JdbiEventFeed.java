package com.pelcro.payments.persistence.event;

import com.pelcro.payments.application.event.EventFeed;
import com.pelcro.payments.application.event.EventTypes;
import com.pelcro.payments.application.event.Feed;
import com.pelcro.payments.application.event.FeedPage;
import com.pelcro.payments.application.event.Reading;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table `events`, read in order.
///
/// A site's positions are handed out in the order of commits, so who sees one sees all before it.
/// Over all sites the order is that of `feed_horizon()`, and only what no running transaction can
/// come before is read.
public final class JdbiEventFeed implements EventFeed {

  /// How many events one statement looks at in search of wanted ones.
  private static final int STRETCH = 1000;

  private final Database database;

  @Inject
  public JdbiEventFeed(Database database) {
    this.database = database;
  }

  private static final String HAS_SITE =
      "SELECT event_id FROM events WHERE event_id = :event AND site_id = :site";

  private static final String HAS = "SELECT event_id FROM events WHERE event_id = :event";

  @Override
  public boolean has(Feed feed, EventId event) {
    var sql = feed instanceof Feed.OfSite ? HAS_SITE : HAS;
    return database
        .find(sql, binds(feed).with("event", event), row -> row.text("event_id"))
        .isPresent();
  }

  /// Of the rows ahead the wanted ones, and the last of all: so far the reader has come.
  private static final String READ =
      """
      WITH ahead AS (
        SELECT *, row_number() OVER (ORDER BY %1$s) AS place FROM events
        WHERE %2$s
        ORDER BY %1$s
        LIMIT :stretch
      )
      SELECT site_id, sequence, event_id, type, created_at, object_type, object_id,
        object_sequence, data
      FROM ahead
      WHERE type LIKE :types OR place = (SELECT max(place) FROM ahead)
      ORDER BY place
      LIMIT :limit
      """;

  private static final String READ_SITE =
      READ.formatted(
          "sequence",
          """
          site_id = :site AND sequence > coalesce(
            (SELECT sequence FROM events WHERE event_id = :after AND site_id = :site), 0)\
          """);

  private static final String READ_ALL =
      READ.formatted(
          "horizon, position",
          """
          (horizon, position) > (
              coalesce((SELECT horizon FROM events WHERE event_id = :after), '0'),
              coalesce((SELECT position FROM events WHERE event_id = :after), 0))
            AND horizon <= pg_snapshot_xmin(pg_current_snapshot())\
          """);

  @Override
  public FeedPage read(Reading reading) {
    var types = reading.types();
    var binds =
        binds(reading.feed())
            .with("after", reading.after())
            .with("types", pattern(types))
            .with("stretch", types instanceof EventTypes.Any ? reading.limit() : STRETCH)
            .with("limit", reading.limit());
    var sql = reading.feed() instanceof Feed.OfSite ? READ_SITE : READ_ALL;
    var rows = database.list(sql, binds, JdbiEventFeed::event);
    return new FeedPage(
        rows.stream().filter(row -> types.include(row.type())).toList(),
        rows.isEmpty() ? reading.after() : rows.getLast().id());
  }

  private static final String LATEST =
      """
      SELECT site_id, sequence, event_id, type, created_at, object_type, object_id,
        object_sequence, data
      FROM events
      WHERE site_id = :site AND sequence < :before
      ORDER BY sequence DESC
      LIMIT :most
      """;

  @Override
  public List<RecordedEvent> latest(SiteId site, @Nullable Long before, int most) {
    var binds =
        Binds.at(site).with("before", before == null ? Long.MAX_VALUE : before).with("most", most);
    return database.list(LATEST, binds, JdbiEventFeed::event);
  }

  private static final String HEADS =
      """
      SELECT event_id, site_id FROM event_positions JOIN events USING (site_id)
      WHERE site_id = ANY (:sites) AND sequence = last
      """;

  private static final String HEAD_OF_ALL =
      """
      SELECT event_id FROM events
      WHERE horizon <= pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY horizon DESC, position DESC
      LIMIT 1
      """;

  @Override
  public Map<Feed, EventId> heads(Set<Feed> feeds) {
    var heads = new HashMap<Feed, EventId>();
    var sites =
        feeds.stream()
            .filter(Feed.OfSite.class::isInstance)
            .map(feed -> ((Feed.OfSite) feed).site().value())
            .toList();
    if (!sites.isEmpty()) {
      database
          .list(HEADS, Binds.none().texts("sites", sites), JdbiEventFeed::head)
          .forEach(head -> heads.put(head.getKey(), head.getValue()));
    }
    var all = new Feed.OfAllSites();
    if (feeds.contains(all)) {
      database
          .find(HEAD_OF_ALL, Binds.none(), row -> new EventId(row.text("event_id")))
          .ifPresent(head -> heads.put(all, head));
    }
    return heads;
  }

  private static Map.Entry<Feed, EventId> head(Columns columns) throws SQLException {
    return Map.entry(
        new Feed.OfSite(new SiteId(columns.text("site_id"))),
        new EventId(columns.text("event_id")));
  }

  private static Binds binds(Feed feed) {
    return switch (feed) {
      case Feed.OfSite(var site) -> Binds.at(site);
      case Feed.OfAllSites _ -> Binds.none();
    };
  }

  private static String pattern(EventTypes types) {
    return switch (types) {
      case EventTypes.Any _ -> "%";
      case EventTypes.Exactly(var type) -> literal(type);
      case EventTypes.About(var object) -> literal(object) + ".%";
    };
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
  }

  private static RecordedEvent event(Columns columns) throws SQLException {
    return new RecordedEvent(
        new EventId(columns.text("event_id")),
        new SiteId(columns.text("site_id")),
        columns.count("sequence"),
        columns.text("type"),
        columns.instant("created_at"),
        columns.text("object_type"),
        columns.text("object_id"),
        columns.count("object_sequence"),
        columns.text("data"));
  }
}
