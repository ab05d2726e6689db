package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.settings.SettingsTrail;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;

/// Changes a site's name, address, time zone or external id.
public final class ChangeSite {

  private final Transactions transactions;
  private final Sites sites;
  private final SettingsTrail trail;

  @Inject
  public ChangeSite(Transactions transactions, Sites sites, SettingsTrail trail) {
    this.transactions = transactions;
    this.sites = sites;
    this.trail = trail;
  }

  /// Applies `change` to the site as it stands, under its lock.
  public Result<Site> change(SiteId id, UnaryOperator<Site> change, Editor by) {
    return transactions.inTransaction(
        () ->
            sites
                .lock(id)
                .map(site -> changed(site, change.apply(site), by))
                .orElse(new Refused<>(new NotFound("site"))));
  }

  private Result<Site> changed(Site before, Site site, Editor by) {
    sites.update(site);
    trail.site(by, before, site);
    return new Done<>(site);
  }
}
