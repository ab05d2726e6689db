package com.pelcro.payments.application.report;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.report.Summary.ChargeTally;
import com.pelcro.payments.application.report.Summary.DeclineTally;
import com.pelcro.payments.application.report.Summary.DueTally;
import com.pelcro.payments.application.report.Summary.RefundTally;
import com.pelcro.payments.application.report.Summary.RenewalTally;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;

/// Everything a site did, to be counted or listed; nothing is changed here. Counts come in no
/// particular order, lists newest first.
public interface Reports {

  List<ChargeTally> charges(SiteId site, ReportPeriod period);

  List<DeclineTally> declines(SiteId site, ReportPeriod period);

  List<RefundTally> refunds(SiteId site, ReportPeriod period);

  List<RenewalTally> renewals(SiteId site, ReportPeriod period);

  /// What is charged for by itself before the period ends; what should have been before it began
  /// counts on its first day.
  List<DueTally> due(SiteId site, ReportPeriod period);

  Slice<ChargeLine> charges(SiteId site, ChargeFilter filter, Window window);

  Slice<RefundLine> refunds(SiteId site, RefundFilter filter, Window window);

  /// What is scheduled after a subscription's last period is left out.
  Slice<RenewalLine> renewals(SiteId site, RenewalFilter filter, Window window);
}
