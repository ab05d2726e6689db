package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever is asked with one site's key, on the real database: another site's rows stay as they
/// are and its ids are in no answer.
class IsolationJourneyTest {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private static final int REQUESTS = Integer.getInteger("isolation.requests", 600);
  private static final long SEED = Long.getLong("isolation.seed", 20260302);
  private static final Pattern ID = Pattern.compile("\\b[a-z]{2,5}_[0-9a-hjkmnp-tv-z]{26}\\b");

  private final Belongings own = Belongings.of(shop(), "ours");
  private final Belongings other = Belongings.of(shop(), "theirs");

  private static Shop shop() {
    return Shop.open(SERVICE.operator(), SERVICE.stage());
  }

  @Test
  void no_request_with_one_sites_key_reads_or_changes_anything_of_another() throws SQLException {
    var requests = new StrayRequests(own, other, SEED);
    var before = rows(other.site());
    var theirs = ids(before);
    assertThat(theirs).contains(other.site()).hasSizeGreaterThan(15);
    assertThat(REQUESTS).isGreaterThan(3 * requests.operations());

    for (int number = 0; number < REQUESTS; number++) {
      var request = requests.next(number);
      assertRevealsNothing(request, theirs);
      if (number % 50 == 49) {
        assertThat(rows(other.site())).as("after %s", request).isEqualTo(before);
      }
    }

    assertThat(rows(other.site())).isEqualTo(before);
    assertThat(ids(rows(own.site()))).isNotEmpty().doesNotContainAnyElementsOf(theirs);
  }

  private void assertRevealsNothing(StrayRequests.Stray request, Set<String> theirs) {
    var answer =
        SERVICE
            .operator()
            .as(own.key())
            .send(request.method(), request.path(), request.body(), request.idempotencyKey());

    assertThat(answer.status()).as("%s: %s", request, answer.body()).isNotEqualTo(500);
    if (request.isElsewhere()) {
      assertThat(answer.status()).as("%s: %s", request, answer.body()).isEqualTo(404);
    } else if (request.isAboutAll() && !request.path().startsWith("/v1/gateways")) {
      assertThat(answer.status()).as("%s: %s", request, answer.body()).isEqualTo(403);
    }
    var told = ID.matcher(answer.body().isTextual() ? answer.text("") : answer.body().toString());
    assertThat(told.results().map(found -> found.group()))
        .as("%s: %s", request, answer.body())
        .doesNotContainAnyElementsOf(theirs);
  }

  @Test
  void a_key_revoked_at_one_instance_opens_nothing_at_another() {
    try (var another = SERVICE.another()) {
      var there = RunningService.operatorOf(another);
      var keys = "/v1/sites/" + own.site() + "/api-keys";
      var issued = SERVICE.operator().post(keys, Map.of("name", "to be revoked"));
      var holder = there.as(issued.text("/key"));
      assertThat(holder.get("/v1/sites/" + own.site()).status()).isEqualTo(200);
      assertThat(there.get(keys).body().at("/data/0/last_used_at").isTextual()).isTrue();

      assertThat(SERVICE.operator().delete(keys + "/" + issued.id()).status()).isEqualTo(204);

      var revoked = SERVICE.operator().as(issued.text("/key"));
      assertThat(revoked.get("/v1/sites/" + own.site()).status()).isEqualTo(401);
      await()
          .untilAsserted(
              () -> assertThat(holder.get("/v1/sites/" + own.site()).status()).isEqualTo(401));
    }
  }

  private static Set<String> ids(List<String> rows) {
    var ids = new TreeSet<String>();
    rows.forEach(row -> ID.matcher(row).results().forEach(found -> ids.add(found.group())));
    return ids;
  }

  /// All rows of a site, each after its table's name.
  private static List<String> rows(String site) throws SQLException {
    var rows = new ArrayList<String>();
    for (var table :
        SERVICE.sql(
            """
            SELECT table_name FROM information_schema.columns
            WHERE column_name = 'site_id' AND table_schema = 'public' ORDER BY table_name
            """)) {
      rows.addAll(
          SERVICE.sql(
              "SELECT '%1$s ' || t::text FROM %1$s t WHERE site_id = '%2$s' ORDER BY 1"
                  .formatted(table, site)));
    }
    return rows;
  }
}
