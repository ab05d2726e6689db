package com.pelcro.payments.application.report;

import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;

/// Lists all charges of a site, newest first, page by page, however many there are.
public final class ExportCharges {

  private final Reports reports;

  @Inject
  public ExportCharges(Reports reports) {
    this.reports = reports;
  }

  public Iterator<List<ChargeLine>> export(SiteId site, ChargeFilter filter) {
    return new Pages<>(window -> reports.charges(site, filter, window), ChargeLine::id);
  }
}
