package com.pelcro.payments.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.access.TestApiKeys;
import com.pelcro.payments.domain.site.SiteId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [ApiKeys] keeps to.
public abstract class ApiKeysContract {

  protected abstract Storage storage();

  private ApiKeys keys() {
    return storage().apiKeys();
  }

  @Test
  void a_key_is_found_by_its_hash_and_by_its_id() {
    var key = added(Scene.in(storage()).id());
    assertThat(keys().find(key.hash())).contains(key);
    assertThat(keys().find(key.site(), key.id())).contains(key);
  }

  @Test
  void an_unknown_key_is_not_found() {
    assertThat(keys().find(ApiKeyHash.of("sk_of_nobody"))).isEmpty();
    assertThat(keys().find(Scene.in(storage()).id(), ApiKeyId.next())).isEmpty();
  }

  @Test
  void keys_are_listed_newest_first() {
    var site = Scene.in(storage()).id();
    var added = Stream.generate(() -> added(site)).limit(3).toList();
    assertThat(keys().of(site)).containsExactlyElementsOf(added.reversed());
  }

  @Test
  void the_first_use_is_remembered() {
    var key = added(Scene.in(storage()).id());
    keys().used(key, TestApiKeys.MADE.plusSeconds(5));
    assertThat(keys().find(key.hash()).orElseThrow().lastUsedAt())
        .isEqualTo(TestApiKeys.MADE.plusSeconds(5));
  }

  @Test
  void a_use_much_later_is_remembered() {
    var key = added(Scene.in(storage()).id());
    keys().used(key, TestApiKeys.MADE);
    var known = keys().find(key.hash()).orElseThrow();
    keys().used(known, TestApiKeys.MADE.plusSeconds(3600));
    assertThat(keys().find(key.hash()).orElseThrow().lastUsedAt())
        .isEqualTo(TestApiKeys.MADE.plusSeconds(3600));
  }

  @Test
  void the_use_of_a_removed_key_is_no_harm() {
    var key = added(Scene.in(storage()).id());
    keys().remove(key.site(), key.id());
    keys().used(key, TestApiKeys.MADE);
    assertThat(keys().find(key.hash())).isEmpty();
  }

  @Test
  void a_removed_key_opens_nothing() {
    var key = added(Scene.in(storage()).id());
    keys().remove(key.site(), key.id());
    assertThat(keys().find(key.hash())).isEmpty();
    assertThat(keys().of(key.site())).isEmpty();
  }

  @Test
  void a_hash_belongs_to_one_key() {
    var key = added(Scene.in(storage()).id());
    var other = Scene.in(storage()).id();
    var twin = new ApiKey(ApiKeyId.next(), other, "twin", key.hash(), TestApiKeys.MADE, null);
    assertThatThrownBy(() -> keys().add(twin)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_site_does_not_see_anothers() {
    var key = added(Scene.in(storage()).id());
    var other = Scene.in(storage()).id();
    assertThat(keys().of(other)).isEmpty();
    assertThat(keys().find(other, key.id())).isEmpty();
    keys().remove(other, key.id());
    assertThat(keys().find(key.hash())).contains(key);
  }

  private ApiKey added(SiteId site) {
    var key = TestApiKeys.unused(site);
    keys().add(key);
    return key;
  }
}
