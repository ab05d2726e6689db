package com.pelcro.payments.persistence.invariant;

import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.Violation;
import com.pelcro.payments.application.invariant.Violations;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/// Looks through the tables of money and events, part by part.
public final class JdbiViolations implements Violations {

  private static final int USUAL_PART = 5000;

  private final Database database;
  private final int part;

  @Inject
  public JdbiViolations(Database database) {
    this(database, USUAL_PART);
  }

  /// The same, looking at `part` rows at a time.
  JdbiViolations(Database database, int part) {
    this.database = database;
    this.part = part;
  }

  @Override
  public List<Violation> find(SiteId site, Invariant invariant, int most) {
    var scan = Scans.of(invariant);
    var found = new ArrayList<Violation>();
    var after = scan.begin();
    do {
      var upTo = end(site, scan, after);
      var room = most - found.size();
      broken(site, scan, after, upTo, room)
          .forEach(object -> found.add(new Violation(invariant, site, object)));
      after = upTo;
    } while (!after.equals(scan.last()) && found.size() < most);
    return found;
  }

  private String end(SiteId site, Scan scan, String after) {
    var binds = Binds.at(site).with("after", after).with("skip", part - 1);
    return database.find(scan.end(), binds, columns -> columns.text("at")).orElse(scan.last());
  }

  private List<String> broken(SiteId site, Scan scan, String after, String upTo, int most) {
    var binds = Binds.at(site).with("after", after).with("upTo", upTo).with("most", most);
    return database.list(scan.broken(), binds, columns -> columns.text("object"));
  }
}
