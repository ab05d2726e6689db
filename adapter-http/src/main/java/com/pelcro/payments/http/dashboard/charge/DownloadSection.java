package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.report.RefundFilter;
import com.pelcro.payments.application.report.RenewalFilter;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.report.Downloads;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;

/// Lists to take away as CSV: charges as they are looked for, and all refunds and renewals.
public final class DownloadSection implements Section {

  private final Downloads downloads;
  private final SearchCurrency currency;

  @Inject
  public DownloadSection(Downloads downloads, SearchCurrency currency) {
    this.downloads = downloads;
    this.currency = currency;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.download(SITE + "/charges.csv", this::charges),
        Door.download(
            SITE + "/refunds.csv",
            inquiry -> Html.download(downloads.refunds(inquiry.site().id(), RefundFilter.ALL))),
        Door.download(
            SITE + "/renewals.csv",
            inquiry -> Html.download(downloads.renewals(inquiry.site().id(), RenewalFilter.ALL))));
  }

  /// What cannot be read is told on the page of the list.
  private Reply.Sendable charges(Inquiry inquiry) {
    var site = inquiry.site();
    var search = new ChargeSearch(inquiry.call(), site.timeZone(), currency.of(site.id()));
    var filter = search.filter();
    return search.form().isWrong()
        ? Html.see(inquiry.path("/charges") + Pager.query(inquiry.call()))
        : Html.download(downloads.charges(site.id(), filter));
  }
}
