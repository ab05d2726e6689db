package com.pelcro.payments.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.application.event.PlainSnapshots;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two instances on one database, each of which keeps settings in memory.
final class SettingsWatchTest {

  private static final DatabaseSettings SETTINGS = TestServer.freshDatabase();

  private static JdbiStorage here;
  private static JdbiStorage there;

  private Integration integration;

  @BeforeAll
  static void open() {
    here = opened();
    there = opened();
  }

  private static JdbiStorage opened() {
    var storage = JdbiStorage.on(SETTINGS, new PlainSnapshots(), new SettableClock());
    storage.database().watchSettings();
    return storage;
  }

  @AfterAll
  static void close() {
    here.database().close();
    there.database().close();
  }

  @BeforeEach
  void both_keep_what_there_is() {
    integration = TestIntegrations.sandbox(Scene.in(here).id());
    here.integrations().put(integration);
    awaitKeeping(here);
    awaitKeeping(there);
  }

  /// A change that nobody is told of is not seen: so it was kept.
  private void awaitKeeping(JdbiStorage storage) {
    await()
        .untilAsserted(
            () -> {
              assertThat(found(storage)).contains(integration);
              untold("UPDATE integrations SET currency = 'CAD'");
              try {
                assertThat(found(storage)).contains(integration);
              } finally {
                untold("UPDATE integrations SET currency = '" + integration.currency() + "'");
              }
            });
  }

  private Optional<Integration> found(JdbiStorage storage) {
    return storage.integrations().find(integration.site(), integration.gateway());
  }

  private static void untold(String sql) throws SQLException {
    run("SET session_replication_role = replica; " + sql);
  }

  private static void run(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(SETTINGS.url(), Pool.login(SETTINGS));
        var statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  private Integration changed() {
    return new Integration(
        integration.site(),
        integration.gateway(),
        integration.environment(),
        integration.status(),
        integration.currency(),
        integration.additionalSites(),
        integration.networks(),
        TestIntegrations.credentials("acme_after"),
        null,
        integration.secretsUpdatedAt(),
        integration.createdAt(),
        integration.updatedAt());
  }

  @Test
  void a_secret_changed_at_one_is_known_there_at_once_and_heard_of_at_the_other() {
    var changed = changed();
    var _ =
        here.transactions()
            .commit(
                () -> {
                  here.integrations().put(changed);
                  return found(here);
                });

    assertThat(found(here)).contains(changed);
    await().untilAsserted(() -> assertThat(found(there)).contains(changed));
  }

  @Test
  void whoever_changes_them_by_hand_is_heard() throws SQLException {
    run("UPDATE integrations SET currency = 'CAD'");

    await()
        .untilAsserted(() -> assertThat(found(there).orElseThrow().currency()).hasToString("CAD"));
  }

  @Test
  void what_was_changed_and_taken_back_is_never_kept() {
    var changed = changed();
    assertThatThrownBy(
            () ->
                here.transactions()
                    .commit(
                        () -> {
                          here.integrations().put(changed);
                          assertThat(found(here)).contains(changed);
                          throw new IllegalStateException("taken back");
                        }))
        .hasMessage("taken back");

    assertThat(found(here)).contains(integration);
  }

  @Test
  void a_removed_integration_is_gone_everywhere() {
    here.integrations().remove(integration.site(), integration.gateway());

    assertThat(found(here)).isEmpty();
    await().untilAsserted(() -> assertThat(found(there)).isEmpty());
  }

  @Test
  void a_revoked_key_opens_nothing_anywhere() {
    var key = key(integration.site());
    here.apiKeys().add(key);
    assertThat(there.apiKeys().find(key.hash())).contains(key);
    assertThat(here.apiKeys().find(key.hash())).contains(key);

    here.apiKeys().remove(key.site(), key.id());

    assertThat(here.apiKeys().find(key.hash())).isEmpty();
    await().untilAsserted(() -> assertThat(there.apiKeys().find(key.hash())).isEmpty());
  }

  private static ApiKey key(SiteId site) {
    return new ApiKey(
        ApiKeyId.next(),
        site,
        "web shop",
        ApiKeyHash.of("key of " + site),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        null);
  }

  @Test
  void what_happens_while_nobody_listens_is_not_missed() throws SQLException {
    untold("UPDATE integrations SET currency = 'CAD'");
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name LIKE '% settings'");

    await()
        .untilAsserted(() -> assertThat(found(there).orElseThrow().currency()).hasToString("CAD"));
    integration = found(there).orElseThrow();
    awaitKeeping(there);
  }

  /// As behind a pooler that hands one connection to many: here the calls go to another database.
  @Test
  void who_does_not_hear_his_own_voice_is_sure_of_nothing() {
    try (var elsewhere = Pool.open(TestServer.freshDatabase());
        var deaf = new SettingsWatch(SETTINGS, elsewhere);
        var sound = new SettingsWatch(SETTINGS, here.database().source())) {
      deaf.start();
      await().until(() -> has(elsewhere));
      sound.start();
      await().until(() -> sound.changes() != SettingsWatch.UNSURE);
      assertThat(deaf.changes()).isEqualTo(SettingsWatch.UNSURE);
    }
  }

  private static boolean has(HikariDataSource called) {
    var state = called.getHikariPoolMXBean();
    return state != null && state.getTotalConnections() > 0;
  }
}
