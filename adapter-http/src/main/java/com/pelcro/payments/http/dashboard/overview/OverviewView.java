package com.pelcro.payments.http.dashboard.overview;

import com.pelcro.payments.http.dashboard.charge.ChargeRow;
import java.util.List;

/// The overview of a site.
///
/// @param isNew whether no gateway was set up yet
public record OverviewView(
    String href,
    boolean isNew,
    List<Figure> figures,
    Activity.Drawn activity,
    List<ChargeRow> doubtful,
    Graph ages,
    List<ChargeRow> open,
    List<ChargeRow> recent) {

  /// A number, and where one sees what it counts.
  public record Figure(String label, String count, String href) {}
}
