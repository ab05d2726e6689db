package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.renewal.DunningPolicies;
import com.pelcro.payments.application.settings.SettingsTrail;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Says how a site goes after declined renewals; what is being retried already is judged by it from
/// its next decline on.
public final class SetDunning {

  private final Transactions transactions;
  private final Sites sites;
  private final DunningPolicies policies;
  private final SettingsTrail trail;

  @Inject
  public SetDunning(
      Transactions transactions, Sites sites, DunningPolicies policies, SettingsTrail trail) {
    this.transactions = transactions;
    this.sites = sites;
    this.policies = policies;
    this.trail = trail;
  }

  public Result<DunningPolicy> find(SiteId site) {
    return Result.found(sites.find(site), () -> new NotFound("site")).map(_ -> policies.of(site));
  }

  public Result<DunningPolicy> set(SiteId site, DunningPolicy policy, Editor by) {
    return transactions.inTransaction(
        () ->
            Result.found(sites.find(site), () -> new NotFound("site"))
                .map(
                    _ -> {
                      trail.dunning(by, site, policies.of(site), policy);
                      policies.put(site, policy);
                      return policy;
                    }));
  }
}
