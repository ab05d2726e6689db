package com.pelcro.payments.bootstrap.journey;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.site.SiteId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `/metrics` shows after a day's work, and what it never shows.
class MetricsJourneyTest {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern NAMED =
      Pattern.compile("\\b(payments|hikaricp|jvm|process)_[a-z_]+\\b");
  private static final Pattern ID = Pattern.compile("\\b[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{26}\\b");

  private static Shop shop;

  @BeforeAll
  static void a_day_of_work() {
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
    var card = shop.card();
    var _ = shop.refund(shop.charge(card, 1900), Map.of());
    shop.stage().next(shop.merchant(), 1901, new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    assertThat(shop.charge(card, 1901).text("/status")).isEqualTo("declined");
    assertThat(SERVICE.operator().post("/v1/invariant-checks", Map.of()).status()).isEqualTo(200);
  }

  private static List<String> lines() {
    return SERVICE.operator().get("/metrics").body().asText().lines().toList();
  }

  /// The names and labels of all series, without their values.
  private static Set<String> series() {
    return lines().stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int status(String method, String path) {
    var request =
        HttpRequest.newBuilder(URI.create(SERVICE.operator().url() + path))
            .header("Authorization", "Bearer " + SERVICE.operator().key())
            .method(method, noBody())
            .build();
    try {
      return SERVICE.operator().client().send(request, discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stray(int seed) {
    status("GET", "/nothing/here/" + seed);
    status("STRANGE" + seed, "/v1/sites");
    status("GET", "/v1/sites/" + SiteId.next().value());
    status("GET", "/v1/sites/" + shop.site() + "/charges/ch_" + seed);
    status("GET", "/v1/sites/" + shop.site() + "/charges?after=" + seed);
    status("GET", "/dashboard/sites/" + seed);
  }

  @Test
  void what_strangers_ask_for_makes_no_new_series() {
    stray(0);
    var _ = lines();
    var before = series();
    for (var seed = 1; seed <= 40; seed++) {
      stray(seed);
    }
    assertThat(series()).isEqualTo(before).hasSizeLessThan(3000);
    assertThat(before)
        .anyMatch(line -> line.contains("method=\"other\""))
        .anyMatch(line -> line.contains("route=\"/v1/sites/{site}\""));
  }

  @Test
  void no_figure_holds_an_id_a_key_or_a_secret() {
    var all = String.join("\n", lines());
    assertThat(all)
        .doesNotContain(shop.site())
        .doesNotContain(SERVICE.operator().key())
        .doesNotContain(shop.merchant().id())
        .doesNotContain(shop.merchant().secret())
        .doesNotContain("ana@reader.example")
        .doesNotContain("4111");
    assertThat(ID.matcher(all).results().map(MatchResult::group)).isEmpty();
  }

  @Test
  void a_day_of_work_can_be_read_off() {
    assertThat(lines())
        .anyMatch(line -> line.startsWith("payments_events_total{type=\"charge.captured\"}"))
        .anyMatch(line -> line.startsWith("payments_gateway_declines_total{code=\"insuff"))
        .contains("payments_renewals_due 0.0", "payments_charges_attention 0.0")
        .anyMatch(
            line ->
                line.startsWith("payments_gateway_calls_seconds_count")
                    && line.contains("operation=\"sale\"")
                    && isPositive(line))
        .anyMatch(
            line ->
                line.startsWith("payments_http_requests_seconds_count")
                    && line.contains("route=\"/v1/sites/{site}/charges\"")
                    && line.contains("status=\"2xx\"")
                    && isPositive(line))
        .anyMatch(line -> line.startsWith("hikaricp_connections_active{pool=\"payments\"}"));
  }

  private static boolean isPositive(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) > 0;
  }

  @Test
  void what_lost_its_answer_is_seen_until_it_is_found() {
    var card = shop.card();
    shop.stage().next(shop.merchant(), 1907, Trouble.REPLY_LOST);
    assertThat(shop.charge(card, 1907).status()).isEqualTo(202);
    await().until(() -> lines().contains("payments_operations_open 1.0"));
    assertThat(lines())
        .filteredOn(line -> line.startsWith("payments_operations_open_age_seconds "))
        .singleElement()
        .satisfies(
            line ->
                assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitoring/alerts.yaml", "monitoring/dashboard.json", "operations.md"})
  void every_figure_that_is_named_in_the_papers_is_there(String paper) throws IOException {
    var names = names(series().stream());
    var named = names(Stream.of(Files.readString(DOCS.resolve(paper))));
    assertThat(named).isNotEmpty().isSubsetOf(names);
  }

  @Test
  void every_figure_of_ours_is_explained() throws IOException {
    var explained = names(Stream.of(Files.readString(DOCS.resolve("operations.md"))));
    var ours =
        names(series().stream()).stream()
            .filter(name -> name.startsWith("payments_"))
            .map(name -> name.replaceFirst("_(count|sum|max|bucket)$", ""))
            .collect(Collectors.toSet());
    assertThat(explained).containsAll(ours);
  }

  /// With the plain name of a figure that comes in several parts.
  private static Set<String> names(Stream<String> texts) {
    return texts
        .flatMap(text -> NAMED.matcher(text).results().map(MatchResult::group))
        .flatMap(name -> Stream.of(name, name.replaceFirst("_(count|sum|max|bucket)$", "")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
