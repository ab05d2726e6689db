package com.pelcro.payments.persistence.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import com.pelcro.payments.persistence.site.SecretColumn.Column;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SecretColumnTest {

  private static final SharedSecret OLD = new SharedSecret("an old key of thirty-two characters");
  private static final SharedSecret NEW = new SharedSecret("a new key, of thirty-two characters");
  private static final GatewayId CYBERSOURCE = TestIntegrations.CYBERSOURCE;
  private static final Map<String, SharedSecret> SECRETS =
      Map.of("secret_key", new SharedSecret("c2VjcmV0"), "other", new SharedSecret("日本 and \0"));

  /// Sealed with the old key before the column was bound.
  private static final String FORMER =
      "1.dbc78695.mRcPuxg0d6NalMm/HWLM++pq+iZMK72kCiWj6druaTPvacRT";

  private final SiteId site = SiteId.next();
  private final SecretColumn column = new SecretColumn(new SecretKeys(OLD, null));

  @Test
  void what_was_sealed_opens() {
    var sealed = column.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS);
    assertThat(column.opened(site, CYBERSOURCE, Column.SECRETS, sealed)).isEqualTo(SECRETS);
    assertThat(sealed.values()).noneMatch(text -> text.contains("c2VjcmV0"));
  }

  @Test
  void one_secret_is_never_sealed_alike_twice() {
    var sealed = new HashSet<String>();
    for (int round = 0; round < 100; round++) {
      sealed.add(secretKey(column.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS)));
    }
    assertThat(sealed).hasSize(100);
  }

  @Test
  void a_previous_key_still_opens_and_no_longer_seals() {
    var sealed = column.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS);
    var rotated = new SecretColumn(new SecretKeys(NEW, OLD));
    assertThat(rotated.opened(site, CYBERSOURCE, Column.SECRETS, sealed)).isEqualTo(SECRETS);
    var anew = rotated.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS);
    assertThat(
            new SecretColumn(new SecretKeys(NEW, null))
                .opened(site, CYBERSOURCE, Column.SECRETS, anew))
        .isEqualTo(SECRETS);
    assertThatIllegalStateException()
        .isThrownBy(() -> column.opened(site, CYBERSOURCE, Column.SECRETS, anew))
        .withMessageContaining("not configured");
  }

  @Test
  void a_sealed_secret_does_not_open_at_another_site_gateway_or_setting() {
    var sealed = column.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS);
    assertRefused(() -> column.opened(SiteId.next(), CYBERSOURCE, Column.SECRETS, sealed));
    assertRefused(() -> column.opened(site, new GatewayId("another"), Column.SECRETS, sealed));
    var moved = Map.of("other", secretKey(sealed));
    assertRefused(() -> column.opened(site, CYBERSOURCE, Column.SECRETS, moved));
  }

  @Test
  void a_retired_secret_does_not_open_as_one_in_force() {
    var retired = column.sealed(site, CYBERSOURCE, Column.PREVIOUS_SECRETS, SECRETS);
    assertThat(column.opened(site, CYBERSOURCE, Column.PREVIOUS_SECRETS, retired))
        .isEqualTo(SECRETS);
    assertRefused(() -> column.opened(site, CYBERSOURCE, Column.SECRETS, retired));
  }

  @Test
  void what_was_sealed_in_the_former_format_opens_and_is_not_current() {
    var known = new SiteId("site_01m82qkpy8e00a9krzp26das3b");
    var former = Map.of("secret_key", FORMER);
    assertThat(column.opened(known, CYBERSOURCE, Column.SECRETS, former))
        .containsEntry("secret_key", new SharedSecret("c2VjcmV0"));
    assertThat(column.isCurrent(former)).isFalse();
    assertRefused(() -> column.opened(site, CYBERSOURCE, Column.SECRETS, former));
    var relabelled = Map.of("secret_key", FORMER.replaceFirst("1", "2"));
    assertRefused(() -> column.opened(known, CYBERSOURCE, Column.SECRETS, relabelled));
  }

  @Test
  void current_is_what_the_key_in_force_sealed() {
    var sealed = column.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS);
    assertThat(column.isCurrent(sealed)).isTrue();
    assertThat(new SecretColumn(new SecretKeys(NEW, OLD)).isCurrent(sealed)).isFalse();
  }

  @Test
  void an_altered_secret_does_not_open() {
    var sealed = secretKey(column.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS));
    var last = sealed.charAt(20) == 'A' ? 'B' : 'A';
    var altered = sealed.substring(0, 20) + last + sealed.substring(21);
    assertRefused(
        () -> column.opened(site, CYBERSOURCE, Column.SECRETS, Map.of("secret_key", altered)));
    var cut = sealed.substring(0, 20);
    assertRefused(
        () -> column.opened(site, CYBERSOURCE, Column.SECRETS, Map.of("secret_key", cut)));
    var name = sealed.substring(0, sealed.lastIndexOf('.') + 1);
    assertRefused(
        () -> column.opened(site, CYBERSOURCE, Column.SECRETS, Map.of("secret_key", name)));
    assertRefused(
        () -> column.opened(site, CYBERSOURCE, Column.SECRETS, Map.of("secret_key", name + "*")));
    assertRefused(
        () -> column.opened(site, CYBERSOURCE, Column.SECRETS, Map.of("secret_key", "plain")));
  }

  @Test
  void a_refusal_names_the_place_and_no_secret() {
    var sealed = column.sealed(site, CYBERSOURCE, Column.SECRETS, SECRETS);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> column.opened(SiteId.next(), CYBERSOURCE, Column.SECRETS, sealed))
        .withMessageContaining("cybersource")
        .withMessageNotContaining("c2VjcmV0")
        .withMessageNotContaining(secretKey(sealed));
  }

  @Test
  void a_key_has_at_least_32_characters() {
    var enough = new SharedSecret("x".repeat(32));
    var tooShort = new SharedSecret("x".repeat(31));
    assertThat(new SecretKeys(enough, enough).toString()).doesNotContain("x");
    assertThatIllegalArgumentException().isThrownBy(() -> new SecretKeys(tooShort, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new SecretKeys(enough, tooShort));
  }

  private static String secretKey(Map<String, String> sealed) {
    return Objects.requireNonNull(sealed.get("secret_key"));
  }

  private static void assertRefused(Runnable opening) {
    assertThatIllegalStateException()
        .isThrownBy(opening::run)
        .withMessageContaining("the secret of");
  }
}
