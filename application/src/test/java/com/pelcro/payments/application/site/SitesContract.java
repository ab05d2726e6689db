package com.pelcro.payments.application.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestSites;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [Sites] keeps to.
public abstract class SitesContract {

  protected abstract Storage storage();

  private Sites sites() {
    return storage().sites();
  }

  @Test
  void a_site_comes_back_as_it_was_added() {
    Stream.of(TestSites.daily(), TestSites.bare())
        .forEach(
            site -> {
              sites().add(site);
              assertThat(sites().find(site.id())).contains(site);
            });
  }

  @Test
  void an_unknown_site_is_not_found() {
    assertThat(sites().find(SiteId.next())).isEmpty();
    assertThat(storage().commit(() -> sites().lock(SiteId.next()))).isEmpty();
  }

  @Test
  void a_site_is_added_once() {
    var site = TestSites.daily();
    sites().add(site);
    assertThatThrownBy(() -> sites().add(site)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_locked_site_is_changed() {
    var site = TestSites.daily();
    sites().add(site);
    var changed =
        new Site(
            site.id(),
            "Weekly",
            new Origin("https://w.example"),
            null,
            ZoneId.of("Europe/Paris"),
            site.createdAt());
    storage()
        .run(
            () -> {
              assertThat(sites().lock(site.id())).contains(site);
              sites().update(changed);
            });
    assertThat(sites().find(site.id())).contains(changed);
  }

  @Test
  void what_is_not_there_is_not_changed() {
    assertThatIllegalStateException().isThrownBy(() -> sites().update(TestSites.daily()));
  }

  @Test
  void a_lock_is_taken_in_a_transaction_only() {
    assertThatIllegalStateException().isThrownBy(() -> sites().lock(SiteId.next()));
  }

  @Test
  void pages_run_from_the_newest_to_the_oldest_whatever_is_added_meanwhile() {
    var added = Stream.generate(TestSites::daily).limit(5).toList();
    added.forEach(sites()::add);
    var seen = new ArrayList<Site>();
    String after = null;
    while (!seen.contains(added.getFirst())) {
      seen.addAll(sites().list(new Window(2, after)).rows());
      after = seen.getLast().id().value();
      sites().add(TestSites.daily());
    }
    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(added.reversed());
  }
}
