package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.http.access.PageAccess;
import com.pelcro.payments.http.server.PageRoute;
import com.pelcro.payments.http.server.Pages;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// All pages that are behind the log-in, and the files they load.
public final class Dashboard implements Pages {

  private final List<Door> doors;
  private final Gate gate;
  private final Html html;

  @Inject
  public Dashboard(Set<Section> sections, Gate gate, Html html) {
    this.doors =
        sections.stream()
            .flatMap(section -> section.doors().stream())
            .sorted(Comparator.comparingInt(Dashboard::generality).thenComparing(Door::path))
            .toList();
    this.gate = gate;
    this.html = html;
  }

  /// Every page there is.
  public List<Door> doors() {
    return doors;
  }

  @Override
  public List<PageRoute> pages() {
    var routes = new ArrayList<PageRoute>();
    routes.add(
        PageRoute.get("/dashboard/assets/{version}/{asset}", PageAccess.EVERYONE, Assets::show));
    doors.forEach(door -> routes.add(behind(door)));
    var nothing = Door.get("/dashboard/*", html::notFound).to(Door.Opens.ANYBODY);
    routes.add(behind(nothing));
    return routes;
  }

  private PageRoute behind(Door door) {
    return new PageRoute(
        door.method(), door.path(), PageAccess.SESSION, door.pace(), call -> gate.pass(door, call));
  }

  /// `charges/{charge}/refund` and `charges/new` stand before `charges/{charge}`.
  private static int generality(Door door) {
    return door.path().endsWith("}") ? 1 : 0;
  }
}
