package com.pelcro.payments.persistence.report;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.report.ChargeLine;
import com.pelcro.payments.application.report.RefundFilter;
import com.pelcro.payments.application.report.RefundLine;
import com.pelcro.payments.application.report.RenewalFilter;
import com.pelcro.payments.application.report.RenewalLine;
import com.pelcro.payments.application.report.ReportPeriod;
import com.pelcro.payments.application.report.Reports;
import com.pelcro.payments.application.report.Summary.ChargeTally;
import com.pelcro.payments.application.report.Summary.DeclineTally;
import com.pelcro.payments.application.report.Summary.DueTally;
import com.pelcro.payments.application.report.Summary.RefundTally;
import com.pelcro.payments.application.report.Summary.RenewalTally;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.util.List;

/// Reads charges, refunds and renewals for reports: counted, and in lists.
public final class JdbiReports implements Reports {

  private final Tallies tallies;
  private final RenewalTallies renewals;
  private final Lines lines;

  @Inject
  public JdbiReports(Database database) {
    this.tallies = new Tallies(database);
    this.renewals = new RenewalTallies(database);
    this.lines = new Lines(database);
  }

  @Override
  public List<ChargeTally> charges(SiteId site, ReportPeriod period) {
    return tallies.charges(site, period);
  }

  @Override
  public List<DeclineTally> declines(SiteId site, ReportPeriod period) {
    return tallies.declines(site, period);
  }

  @Override
  public List<RefundTally> refunds(SiteId site, ReportPeriod period) {
    return tallies.refunds(site, period);
  }

  @Override
  public List<RenewalTally> renewals(SiteId site, ReportPeriod period) {
    return renewals.outcomes(site, period);
  }

  @Override
  public List<DueTally> due(SiteId site, ReportPeriod period) {
    return renewals.due(site, period);
  }

  @Override
  public Slice<ChargeLine> charges(SiteId site, ChargeFilter filter, Window window) {
    return lines.charges(site, filter, window);
  }

  @Override
  public Slice<RefundLine> refunds(SiteId site, RefundFilter filter, Window window) {
    return lines.refunds(site, filter, window);
  }

  @Override
  public Slice<RenewalLine> renewals(SiteId site, RenewalFilter filter, Window window) {
    return lines.renewals(site, filter, window);
  }
}
