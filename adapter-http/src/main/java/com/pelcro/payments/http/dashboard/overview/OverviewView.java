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
    List<ChargeRow> doubtful,
    List<Age> ages,
    List<ChargeRow> open,
    List<ChargeRow> recent) {

  /// A number, and where one sees what it counts.
  public record Figure(String label, String count, String href) {}

  /// How much has been open for how long.
  public record Age(String label, long count) {}
}
