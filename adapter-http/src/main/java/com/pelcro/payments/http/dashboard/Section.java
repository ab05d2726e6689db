package com.pelcro.payments.http.dashboard;

import java.util.List;

/// The pages about one kind of thing.
public interface Section {

  /// Where the pages of one site are.
  String SITE = "/dashboard/sites/{site}";

  List<Door> doors();
}
