package com.pelcro.payments.application.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.access.TestApiKeys;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.settings.SettingsChange.Subject;
import com.pelcro.payments.domain.settings.TestEditors;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTrailTest {

  private final Storage storage = InMemoryStorage.empty();
  private final Site site = Scene.in(storage).site();
  private final SettingsTrail trail =
      new SettingsTrail(storage.settingsHistory(), new SettableClock());

  private List<SettingsChange> written() {
    return storage.settingsHistory().list(site.id(), new Window(10, null)).rows();
  }

  private static Integration with(Integration integration, Credentials credentials) {
    return new Integration(
        integration.site(),
        integration.gateway(),
        integration.environment(),
        integration.status(),
        integration.currency(),
        integration.additionalSites(),
        integration.networks(),
        credentials,
        integration.previous(),
        integration.secretsUpdatedAt(),
        integration.createdAt(),
        integration.updatedAt());
  }

  @Test
  void only_what_changed_is_written() {
    var renamed =
        new Site(
            site.id(),
            "The Weekly",
            site.url(),
            site.externalId(),
            site.timeZone(),
            site.createdAt());

    trail.site(TestEditors.OPERATOR, site, renamed);

    assertThat(written())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.by()).isEqualTo(TestEditors.OPERATOR);
              assertThat(change.at()).isEqualTo(SettableClock.START);
              assertThat(change.before()).isEqualTo(Map.of("name", site.name()));
              assertThat(change.after()).isEqualTo(Map.of("name", "The Weekly"));
            });
  }

  @Test
  void what_changes_nothing_is_not_written() {
    trail.site(TestEditors.OPERATOR, site, site);
    trail.dunning(TestEditors.OPERATOR, site.id(), DunningPolicy.USUAL, DunningPolicy.USUAL);

    assertThat(written()).isEmpty();
  }

  @Test
  void a_secret_is_changed_and_nothing_more_is_said_of_it() {
    var before =
        with(
            TestIntegrations.sandbox(site.id()),
            new Credentials(
                Map.of("merchant_id", "acme"), Map.of("secret_key", new SharedSecret("old one"))));
    var after =
        with(
            before,
            new Credentials(
                Map.of("merchant_id", "acme"), Map.of("secret_key", new SharedSecret("new one"))));

    trail.integration(TestEditors.OPERATOR, before, after);

    assertThat(written())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).isEqualTo(Map.of("secret_key", "set"));
              assertThat(change.after()).isEqualTo(Map.of("secret_key", "changed"));
              assertThat(change.toString()).doesNotContain("old one", "new one");
            });
  }

  @Test
  void what_comes_and_goes_is_written_whole() {
    var integration = TestIntegrations.sandbox(site.id());
    var key = TestApiKeys.unused(site.id());

    trail.integration(TestEditors.OPERATOR, null, integration);
    trail.integration(TestEditors.OPERATOR, integration, null);
    trail.issued(TestEditors.OPERATOR, key);
    trail.revoked(TestEditors.OPERATOR, key);

    assertThat(written())
        .extracting(SettingsChange::subject)
        .containsExactly(
            Subject.API_KEY, Subject.API_KEY, Subject.INTEGRATION, Subject.INTEGRATION);
    assertThat(written().getFirst().after()).isEmpty();
    assertThat(written().getFirst().before()).containsEntry("name", key.name());
    assertThat(written().getLast().before()).isEmpty();
    assertThat(written().getLast().after()).containsEntry("secret_key", "set");
    assertThat(written().toString()).doesNotContain(key.hash().value());
  }
}
