package com.pelcro.payments.http.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around a page: the sidebar, and what every form of the page needs.
///
/// @param place the site's name
/// @param world which money it takes: `sandbox`, `live`, or `none` while nothing is connected
/// @param others the sites to switch to, for the operator
/// @param notice what was done just now
public record Shell(
    String title,
    String assets,
    String csrf,
    boolean isOperator,
    @Nullable String place,
    String world,
    List<Entry> menu,
    List<Choice> others,
    boolean onSites,
    @Nullable String notice) {

  /// One line of the sidebar.
  public record Entry(String label, String href, boolean isCurrent) {}

  /// Something to choose from a list.
  public record Choice(String value, String label, boolean isChosen) {}
}
