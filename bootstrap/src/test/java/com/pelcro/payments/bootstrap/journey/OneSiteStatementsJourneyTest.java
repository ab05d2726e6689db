package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Nothing that is asked for a payment looks at rows of two sites: by PostgreSQL's own plans of the
/// statements it was asked, each row is looked up under its site.
class OneSiteStatementsJourneyTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Rows are looked up, changed or added; the rest begins, ends and resets. What speaks of a new
  /// row is a trigger's, which PostgreSQL counts when it runs as late as the commit.
  private static final String ABOUT_ROWS =
      "query ~* '^\\s*(/\\*.*\\*/)?\\s*(select|insert|update|delete|with)'"
          + " AND query !~ 'pg_(stat|catalog|notify|try_advisory)' AND query !~* '\\mnew[.]'";

  /// What is asked over all sites, on purpose: claims of due work by an index of their own, the
  /// jobs' table, the register of gateways' settings that every instance keeps, and a key by its
  /// hash.
  private static final String OVER_ALL_SITES =
      "query ~ 'SKIP LOCKED|scheduled_tasks|flyway_schema_history|key_hash'";

  /// Finds the one event a reader saw last, whose site is compared then.
  private static final String CURSOR = "events_are_found_by_id_alone";

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private StatementCount count;
  private Shop shop;

  @BeforeEach
  void open() throws SQLException, IOException {
    count = StatementCount.of(SERVICE);
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
  }

  @Test
  void what_is_asked_for_payments_stays_within_a_site() throws SQLException {
    var asked = count.during(this::live, "query", ABOUT_ROWS + " AND NOT " + OVER_ALL_SITES);
    var owned =
        new TreeSet<>(
            SERVICE.sql(
                "SELECT table_name FROM information_schema.columns WHERE column_name = 'site_id'"));

    assertThat(asked).hasSizeGreaterThan(30);
    assertThat(asked)
        .allSatisfy(
            statement ->
                assertThat(withoutSite(plan(statement), owned)).as("%s", statement).isEmpty());
  }

  @Test
  void what_looks_at_another_site_is_noticed() throws SQLException {
    var crossing = "SELECT charge_id FROM charges WHERE amount = $1";
    assertThat(withoutSite(plan(crossing), Set.of("charges"))).isNotEmpty();
  }

  /// A card, charges and all that follows them, a subscription and its renewal.
  private void live() {
    var card = shop.card();
    var charge = shop.charge(card, 1990, "once");
    assertThat(shop.charge(card, 1990, "once").id()).isEqualTo(charge.id());
    assertThat(shop.refund(charge, Map.of("amount", 100)).status()).isEqualTo(201);
    assertThat(shop.follow(shop.charge(card, 500), "void", Map.of()).status()).isEqualTo(200);
    var held = shop.charge(Shop.with(Shop.asked(card, 700), Map.of("capture", false)));
    assertThat(shop.follow(held, "capture", Map.of()).status()).isEqualTo(200);
    assertThat(shop.charge(shop.typed(800)).status()).isEqualTo(201);
    assertThat(shop.find(charge).status()).isEqualTo(200);
    for (var list : List.of("/charges", "/customers", "/subscriptions", "/events")) {
      assertThat(shop.caller().get(shop.path(list)).status()).as(list).isEqualTo(200);
    }
    renewed(card);
  }

  private void renewed(String card) {
    var asked =
        Map.of(
            "customer",
            shop.customer(),
            "payment_method",
            card,
            "amount",
            1000,
            "currency",
            "EUR",
            "interval",
            "month",
            "interval_count",
            1,
            "collection",
            "automatic");
    var started = shop.caller().post(shop.path("/subscriptions"), asked);
    assertThat(started.status()).as("%s", started.body()).isEqualTo(201);
    var later = Instant.now().plus(Duration.ofDays(32));
    var clock = shop.path("/test-clock");
    var advanced = shop.caller().post(clock, Map.of("advance_to", later.toString()));
    assertThat(advanced.status()).as("%s", advanced.body()).isIn(200, 202);
    await().until(() -> shop.caller().get(clock).text("/status").equals("ready"));
    var renewals = shop.caller().get(shop.path("/subscriptions/" + started.id() + "/renewals"));
    assertThat(renewals.body().path("data").findValuesAsText("status")).contains("paid");
  }

  /// As for any values, and by the indexes though the tables are small.
  private JsonNode plan(String statement) throws SQLException {
    var database = SERVICE.config().database();
    var url = database.url() + "?preferQueryMode=simple&options=-c%20enable_seqscan=off";
    try (var connection =
            DriverManager.getConnection(url, database.user(), database.password().reveal());
        var explained = connection.createStatement();
        var rows = explained.executeQuery("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + statement)) {
      assertThat(rows.next()).isTrue();
      return JSON.readTree(rows.getString(1));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /// The looks at a table that sites own by an index whose condition does not name the site, or by
  /// none.
  private static List<String> withoutSite(JsonNode plan, Set<String> owned) {
    var found = new ArrayList<String>();
    for (var node : plan.findParents("Node Type")) {
      var scans = node.path("Node Type").asText().endsWith("Scan");
      if (scans && owned.contains(node.path("Relation Name").asText()) && !namesSite(node)) {
        found.add(node.toString());
      }
    }
    return found;
  }

  private static boolean namesSite(JsonNode scan) {
    var conditions =
        scan.path("Index Name").asText().equals(CURSOR)
            ? List.of("Filter")
            : List.of("Index Cond", "Recheck Cond");
    return conditions.stream()
        .anyMatch(condition -> scan.path(condition).asText().contains("site_id"));
  }
}
