package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import java.time.InstantSource;

/// The use cases of sites and their integrations, wired to work on any storage.
public record SiteUseCases(
    AddSite add,
    ChangeSite change,
    FindSite find,
    ListSites list,
    ConfigureIntegration configure,
    RemoveIntegration removeIntegration,
    FindIntegration findIntegration,
    ListIntegrations listIntegrations,
    CheckIntegration check) {

  public static SiteUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    return new SiteUseCases(
        new AddSite(storage.sites(), clock),
        new ChangeSite(storage.transactions(), storage.sites()),
        new FindSite(storage.sites()),
        new ListSites(storage.sites()),
        new ConfigureIntegration(
            storage.transactions(),
            gateways,
            storage.sites(),
            storage.integrations(),
            storage.eventLog(),
            clock),
        new RemoveIntegration(
            storage.transactions(), storage.integrations(), storage.commitments()),
        new FindIntegration(storage.integrations()),
        new ListIntegrations(storage.sites(), storage.integrations()),
        new CheckIntegration(gateways, storage.integrations(), clock));
  }
}
