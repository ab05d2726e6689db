package com.pelcro.payments.application.access;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.settings.SettingsTrail;
import java.time.InstantSource;

/// The use cases of site keys, wired to work on any storage.
public record AccessUseCases(
    IssueApiKey issue, RevokeApiKey revoke, AuthenticateApiKey authenticate, ListApiKeys list) {

  public static AccessUseCases on(Storage storage, InstantSource clock) {
    return new AccessUseCases(
        new IssueApiKey(
            storage.transactions(),
            storage.claims(),
            storage.sites(),
            storage.apiKeys(),
            new SettingsTrail(storage.settingsHistory(), clock),
            clock),
        new RevokeApiKey(
            storage.transactions(),
            storage.apiKeys(),
            new SettingsTrail(storage.settingsHistory(), clock)),
        new AuthenticateApiKey(storage.apiKeys(), clock),
        new ListApiKeys(storage.sites(), storage.apiKeys()));
  }
}
