package com.pelcro.payments.persistence.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.site.SealSecretsAnew;
import com.pelcro.payments.application.site.SealedSecrets.Place;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.TestIntegrations;
import com.pelcro.payments.persistence.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiSealedSecretsTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final SharedSecret OLD = new SharedSecret("an old key of thirty-two characters");
  private static final SharedSecret NEW = new SharedSecret("a new key, of thirty-two characters");
  private static final SharedSecret LOST = new SharedSecret("a lost key of thirty-two characters");

  @AfterEach
  void clear() throws SQLException {
    var _ = DATABASE.run("DELETE FROM integrations");
  }

  private static JdbiIntegrations under(SharedSecret key) {
    return new JdbiIntegrations(DATABASE.database(), new SecretColumn(new SecretKeys(key, null)));
  }

  private static JdbiSealedSecrets changing() {
    return new JdbiSealedSecrets(DATABASE.database(), new SecretColumn(new SecretKeys(NEW, OLD)));
  }

  private static SealSecretsAnew.Outcome sealAnew() {
    return new SealSecretsAnew(DATABASE.storage().transactions(), changing()).seal();
  }

  private static List<Integration> stored(SharedSecret key, int count) {
    var integrations = new ArrayList<Integration>();
    for (int at = 0; at < count; at++) {
      var integration = TestIntegrations.rotated(Scene.in(DATABASE.storage()).id());
      under(key).put(integration);
      integrations.add(integration);
    }
    return integrations;
  }

  private static Stream<Integration> opened(SharedSecret key, List<Integration> integrations) {
    return integrations.stream()
        .map(one -> under(key).find(one.site(), one.gateway()).orElseThrow());
  }

  @Test
  void all_that_was_sealed_before_opens_with_the_new_key_alone() {
    var integrations = stored(OLD, 205);

    var outcome = sealAnew();

    assertThat(outcome).isEqualTo(new SealSecretsAnew.Outcome(205, 205, List.of()));
    assertThat(opened(NEW, integrations)).isEqualTo(integrations);
    assertThatThrownBy(() -> opened(OLD, integrations).toList())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not configured");
  }

  @Test
  void it_goes_on_where_it_was_ended_and_leaves_what_is_done() throws SQLException {
    var integrations = stored(OLD, 3);
    var first = DATABASE.storage().transactions().commit(() -> changing().sealAnew(null, 2));
    assertThat(first.looked()).isEqualTo(2);
    assertThat(first.sealed()).isEqualTo(2);
    var done = sealed();

    assertThat(sealAnew()).isEqualTo(new SealSecretsAnew.Outcome(3, 1, List.of()));
    assertThat(sealed()).filteredOn(done::contains).hasSize(2);

    assertThat(sealAnew()).isEqualTo(new SealSecretsAnew.Outcome(3, 0, List.of()));
    assertThat(opened(NEW, integrations)).isEqualTo(integrations);
  }

  private static List<String> sealed() throws SQLException {
    return DATABASE.run("SELECT secrets::text || previous_secrets::text FROM integrations");
  }

  @Test
  void what_no_configured_key_opens_is_told_and_left_as_it_is() {
    var lost = stored(LOST, 1).getFirst();
    var integrations = stored(OLD, 1);

    var outcome = sealAnew();

    assertThat(outcome.unopened()).containsExactly(new Place(lost.site(), lost.gateway()));
    assertThat(outcome.sealed()).isEqualTo(1);
    assertThat(opened(LOST, List.of(lost))).containsExactly(lost);
    assertThat(opened(NEW, integrations)).isEqualTo(integrations);
  }
}
