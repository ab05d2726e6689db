package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.settings.SettingsTrail;
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
    var trail = new SettingsTrail(storage.settingsHistory(), clock);
    var integrationTrail = new IntegrationTrail(storage.eventLog(), trail);
    return new SiteUseCases(
        new AddSite(storage.transactions(), storage.sites(), trail, clock),
        new ChangeSite(storage.transactions(), storage.sites(), trail),
        new FindSite(storage.sites()),
        new ListSites(storage.sites()),
        new ConfigureIntegration(
            storage.transactions(),
            gateways,
            storage.sites(),
            storage.integrations(),
            integrationTrail,
            clock),
        new RemoveIntegration(
            storage.transactions(),
            storage.integrations(),
            storage.commitments(),
            integrationTrail),
        new FindIntegration(storage.integrations()),
        new ListIntegrations(storage.sites(), storage.integrations()),
        new CheckIntegration(gateways, storage.integrations(), clock));
  }
}
