package com.pelcro.payments.http.report;

import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.report.ExportCharges;
import com.pelcro.payments.application.report.ExportRefunds;
import com.pelcro.payments.application.report.ExportRenewals;
import com.pelcro.payments.application.report.RefundFilter;
import com.pelcro.payments.application.report.RenewalFilter;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Whole lists as CSV files, however long they are.
public final class Downloads {

  private final ExportCharges charges;
  private final ExportRefunds refunds;
  private final ExportRenewals renewals;

  @Inject
  public Downloads(ExportCharges charges, ExportRefunds refunds, ExportRenewals renewals) {
    this.charges = charges;
    this.refunds = refunds;
    this.renewals = renewals;
  }

  public Reply.Stream charges(SiteId site, ChargeFilter filter) {
    return table("charges", Tables.CHARGES, charges.export(site, filter));
  }

  public Reply.Stream refunds(SiteId site, RefundFilter filter) {
    return table("refunds", Tables.REFUNDS, refunds.export(site, filter));
  }

  public Reply.Stream renewals(SiteId site, RenewalFilter filter) {
    return table("renewals", Tables.RENEWALS, renewals.export(site, filter));
  }

  private static <T> Reply.Stream table(String name, Csv<T> csv, Iterator<List<T>> pages) {
    return Reply.stream(
        Csv.TYPE,
        Map.of("Content-Disposition", "attachment; filename=\"" + name + ".csv\""),
        csv.pieces(pages));
  }
}
