package com.pelcro.payments.application.report;

import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;

/// Lists all renewals of a site, newest first, page by page, however many there are.
public final class ExportRenewals {

  private final Reports reports;

  @Inject
  public ExportRenewals(Reports reports) {
    this.reports = reports;
  }

  public Iterator<List<RenewalLine>> export(SiteId site, RenewalFilter filter) {
    return new Pages<>(window -> reports.renewals(site, filter, window), RenewalLine::id);
  }
}
