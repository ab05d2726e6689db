package com.pelcro.payments.application.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import org.junit.jupiter.api.Test;

/// What every [Integrations] keeps to.
public abstract class IntegrationsContract {

  private static final GatewayId CYBERSOURCE = TestIntegrations.CYBERSOURCE;

  protected abstract Storage storage();

  private Integrations integrations() {
    return storage().integrations();
  }

  @Test
  void an_integration_comes_back_as_it_was_put_secrets_included() {
    var scene = Scene.in(storage());
    var sandbox = TestIntegrations.sandbox(scene.id());
    integrations().put(sandbox);
    assertThat(integrations().find(scene.id(), CYBERSOURCE)).contains(sandbox);
  }

  @Test
  void a_second_put_replaces_all_of_it() {
    var scene = Scene.in(storage());
    integrations().put(TestIntegrations.sandbox(scene.id()));
    var rotated = TestIntegrations.rotated(scene.id());
    integrations().put(rotated);
    assertThat(integrations().of(scene.id())).containsExactly(rotated);
    integrations().put(TestIntegrations.sandbox(scene.id()));
    assertThat(integrations().of(scene.id())).containsExactly(TestIntegrations.sandbox(scene.id()));
  }

  @Test
  void origins_keep_their_order() {
    var scene = Scene.in(storage());
    var rotated = TestIntegrations.rotated(scene.id());
    integrations().put(rotated);
    assertThat(integrations().find(scene.id(), CYBERSOURCE).orElseThrow().additionalSites())
        .containsExactlyElementsOf(rotated.additionalSites());
  }

  @Test
  void integrations_are_listed_oldest_first() {
    var scene = Scene.in(storage());
    var second = TestIntegrations.sandbox(scene.id());
    var first = with(new GatewayId("zeta"), second);
    integrations().put(second);
    integrations().put(first);
    assertThat(integrations().of(scene.id())).containsExactly(first, second);
  }

  @Test
  void a_removed_integration_is_gone() {
    var scene = Scene.in(storage());
    integrations().put(TestIntegrations.sandbox(scene.id()));
    integrations().remove(scene.id(), CYBERSOURCE);
    assertThat(integrations().find(scene.id(), CYBERSOURCE)).isEmpty();
  }

  @Test
  void a_locked_integration_is_the_stored_one() {
    var scene = Scene.in(storage());
    var sandbox = TestIntegrations.sandbox(scene.id());
    integrations().put(sandbox);
    assertThat(storage().commit(() -> integrations().lock(scene.id(), CYBERSOURCE)))
        .contains(sandbox);
  }

  @Test
  void a_lock_is_taken_in_a_transaction_only() {
    var scene = Scene.in(storage());
    assertThatIllegalStateException()
        .isThrownBy(() -> integrations().lock(scene.id(), CYBERSOURCE));
  }

  @Test
  void a_site_does_not_see_anothers() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage()).id();
    var sandbox = TestIntegrations.sandbox(scene.id());
    integrations().put(sandbox);
    assertThat(integrations().find(other, CYBERSOURCE)).isEmpty();
    assertThat(integrations().of(other)).isEmpty();
    assertThat(storage().commit(() -> integrations().lock(other, CYBERSOURCE))).isEmpty();
    integrations().remove(other, CYBERSOURCE);
    assertThat(integrations().find(scene.id(), CYBERSOURCE)).contains(sandbox);
  }

  @Test
  void an_integration_needs_a_site() {
    assertThatThrownBy(() -> integrations().put(TestIntegrations.sandbox(SiteId.next())))
        .isInstanceOf(RuntimeException.class);
  }

  private static Integration with(GatewayId gateway, Integration like) {
    return new Integration(
        like.site(),
        gateway,
        like.environment(),
        like.status(),
        like.currency(),
        like.additionalSites(),
        like.networks(),
        like.credentials(),
        like.previous(),
        like.secretsUpdatedAt(),
        like.createdAt().minusSeconds(1),
        like.updatedAt());
  }
}
