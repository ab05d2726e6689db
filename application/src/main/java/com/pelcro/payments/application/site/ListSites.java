package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.site.Site;
import jakarta.inject.Inject;

/// Lists the sites, newest first.
public final class ListSites {

  private final Sites sites;

  @Inject
  public ListSites(Sites sites) {
    this.sites = sites;
  }

  public Slice<Site> list(Window window) {
    return sites.list(window);
  }
}
