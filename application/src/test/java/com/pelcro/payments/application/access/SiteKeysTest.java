package com.pelcro.payments.application.access;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.settings.TestEditors;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SiteKeysTest {

  private final Shop shop = Shop.open();
  private final AccessUseCases access = AccessUseCases.on(shop.storage, shop.clock);

  @Test
  void a_key_opens_its_site() {
    var issued = created(access.issue().issue(shop.intent(), "shop", TestEditors.OPERATOR));
    var key = requireNonNull(issued.key()).reveal();
    assertThat(key).startsWith("sk_").hasSizeGreaterThan(40);
    assertThat(access.authenticate().authenticate(key))
        .hasValueSatisfying(found -> assertThat(found.site()).isEqualTo(shop.id()));
  }

  @Test
  void a_key_is_kept_as_a_hash_and_shows_itself_once() {
    var intent = shop.intent("k");
    var issued = created(access.issue().issue(intent, "shop", TestEditors.OPERATOR));
    var key = requireNonNull(issued.key()).reveal();
    assertThat(issued.toString()).doesNotContain(key);
    assertThat(done(access.list().list(shop.id())).toString()).doesNotContain(key);
    var again = repeated(access.issue().issue(intent, "shop", TestEditors.OPERATOR));
    assertThat(again.key()).isNull();
    assertThat(again.record().id()).isEqualTo(issued.record().id());
  }

  @Test
  void two_keys_are_never_the_same() {
    var one = created(access.issue().issue(shop.intent(), "a", TestEditors.OPERATOR)).key();
    var other = created(access.issue().issue(shop.intent(), "a", TestEditors.OPERATOR)).key();
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void a_key_that_was_changed_or_revoked_opens_nothing() {
    var issued = created(access.issue().issue(shop.intent(), "shop", TestEditors.OPERATOR));
    var key = requireNonNull(issued.key()).reveal();
    assertThat(access.authenticate().authenticate(key + "x")).isEmpty();
    assertThat(access.authenticate().authenticate("")).isEmpty();
    done(access.revoke().revoke(shop.id(), issued.record().id(), TestEditors.OPERATOR));
    assertThat(access.authenticate().authenticate(key)).isEmpty();
    assertThat(done(access.list().list(shop.id()))).isEmpty();
  }

  @Test
  void the_last_use_is_remembered() {
    var issued = created(access.issue().issue(shop.intent(), "shop", TestEditors.OPERATOR));
    shop.clock.advance(Duration.ofDays(1));
    var _ = access.authenticate().authenticate(requireNonNull(issued.key()).reveal());
    assertThat(done(access.list().list(shop.id())).getFirst().lastUsedAt())
        .isEqualTo(shop.clock.instant());
  }

  @Test
  void a_key_can_be_revoked_at_its_own_site_only() {
    var issued = created(access.issue().issue(shop.intent(), "shop", TestEditors.OPERATOR));
    refusal(
        Refusal.NotFound.class,
        access.revoke().revoke(SiteId.next(), issued.record().id(), TestEditors.OPERATOR));
    refusal(
        Refusal.NotFound.class,
        access.revoke().revoke(shop.id(), ApiKeyId.next(), TestEditors.OPERATOR));
  }

  @Test
  void an_unknown_site_has_no_keys() {
    refusal(Refusal.NotFound.class, access.list().list(SiteId.next()));
  }
}
