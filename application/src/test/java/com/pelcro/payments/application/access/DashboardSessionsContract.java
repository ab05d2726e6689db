package com.pelcro.payments.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.access.DashboardSession.Holder;
import com.pelcro.payments.domain.access.SessionHash;
import com.pelcro.payments.domain.access.TestApiKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [DashboardSessions] keeps to.
public abstract class DashboardSessionsContract {

  private static final Instant OPENED = Instant.parse("2026-03-02T08:00:00.250Z");

  protected abstract Storage storage();

  private DashboardSessions sessions() {
    return storage().dashboardSessions();
  }

  @Test
  void a_session_is_found_by_its_token() {
    var session = added(operator(), OPENED);

    assertThat(sessions().find(session.token())).contains(session);
    assertThat(sessions().find(SessionHash.of("another"))).isEmpty();
  }

  @Test
  void a_token_opens_one_session() {
    var session = added(operator(), OPENED);

    assertThatThrownBy(() -> sessions().add(session)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void its_last_use_is_remembered_and_never_goes_back() {
    var session = added(operator(), OPENED);
    sessions().seen(session.token(), OPENED.plusSeconds(90));
    sessions().seen(session.token(), OPENED.plusSeconds(30));

    assertThat(sessions().find(session.token()).orElseThrow().seenAt())
        .isEqualTo(OPENED.plusSeconds(90));
  }

  @Test
  void a_removed_session_is_gone_and_its_use_no_harm() {
    var session = added(operator(), OPENED);
    sessions().remove(session.token());
    sessions().seen(session.token(), OPENED.plusSeconds(90));

    assertThat(sessions().find(session.token())).isEmpty();
  }

  @Test
  void a_session_goes_with_the_key_it_was_opened_with() {
    var site = Scene.in(storage()).id();
    var key = TestApiKeys.unused(site);
    storage().apiKeys().add(key);
    var session = added(new Holder.Site(site, key.id()), OPENED);
    assertThat(sessions().find(session.token())).contains(session);

    storage().apiKeys().remove(site, key.id());

    assertThat(sessions().find(session.token())).isEmpty();
  }

  @Test
  void a_key_that_is_not_there_opens_no_session() {
    var key = TestApiKeys.unused(Scene.in(storage()).id());

    assertThatThrownBy(() -> added(new Holder.Site(key.site(), key.id()), OPENED))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void the_oldest_are_cleared_away() {
    var old = added(operator(), OPENED.minus(Duration.ofDays(400)));
    var recent = added(operator(), OPENED);

    sessions().removeOpenedBefore(OPENED.minus(Duration.ofDays(399)), 10);

    assertThat(sessions().find(old.token())).isEmpty();
    assertThat(sessions().find(recent.token())).isPresent();
  }

  private static Holder operator() {
    return new Holder.Operator(ApiKeyHash.of("operator").value());
  }

  private DashboardSession added(Holder holder, Instant at) {
    var token = SessionHash.of(UUID.randomUUID().toString());
    var session = new DashboardSession(token, holder, at, at);
    sessions().add(session);
    return session;
  }
}
