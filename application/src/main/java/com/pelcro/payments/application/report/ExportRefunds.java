package com.pelcro.payments.application.report;

import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;

/// Lists all refunds of a site, newest first, page by page, however many there are.
public final class ExportRefunds {

  private final Reports reports;

  @Inject
  public ExportRefunds(Reports reports) {
    this.reports = reports;
  }

  public Iterator<List<RefundLine>> export(SiteId site, RefundFilter filter) {
    return new Pages<>(window -> reports.refunds(site, filter, window), RefundLine::id);
  }
}
