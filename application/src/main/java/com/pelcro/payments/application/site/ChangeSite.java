package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;

/// Changes a site's name, address, time zone or external id.
public final class ChangeSite {

  private final Transactions transactions;
  private final Sites sites;

  @Inject
  public ChangeSite(Transactions transactions, Sites sites) {
    this.transactions = transactions;
    this.sites = sites;
  }

  /// Applies `change` to the site as it stands, under its lock.
  public Result<Site> change(SiteId id, UnaryOperator<Site> change) {
    return transactions.inTransaction(
        () ->
            sites
                .lock(id)
                .map(site -> changed(change.apply(site)))
                .orElse(new Refused<>(new NotFound("site"))));
  }

  private Result<Site> changed(Site site) {
    sites.update(site);
    return new Done<>(site);
  }
}
