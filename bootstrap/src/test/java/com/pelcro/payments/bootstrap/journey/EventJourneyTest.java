package com.pelcro.payments.bootstrap.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.bootstrap.Service;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What consumers of events see of two instances on one database.
class EventJourneyTest {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Service another;
  private Caller elsewhere;
  private Shop shop;
  private String feed;

  @BeforeEach
  void open() {
    another = SERVICE.another();
    elsewhere = RunningService.operatorOf(another);
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
    feed = shop.path("/events");
  }

  @AfterEach
  void close() {
    another.close();
    threads.close();
  }

  /// Reads to the end, two events at a time.
  private List<JsonNode> everything(String path) {
    var told = new ArrayList<JsonNode>();
    var page = elsewhere.get(path + "?limit=2");
    while (!page.body().path("data").isEmpty()) {
      page.body().path("data").forEach(told::add);
      page = elsewhere.get(path + "?limit=2&after=" + page.text("/next_cursor"));
    }
    return told;
  }

  private List<JsonNode> ofSite(List<JsonNode> told) {
    return told.stream().filter(one -> one.path("site").asText().equals(shop.site())).toList();
  }

  private void untilSomebodyWaitsElsewhere() {
    await()
        .atMost(20, SECONDS)
        .until(
            () -> elsewhere.get("/metrics").body().asText().contains("payments_feed_waiting 1.0"));
  }

  @Test
  void what_one_instance_does_wakes_who_waits_at_another() throws Exception {
    var method = shop.card();
    var end = everything(feed).getLast().path("id").asText();
    var reading = threads.submit(() -> elsewhere.get(feed + "?wait=30s&type=charge.captured"));
    untilSomebodyWaitsElsewhere();

    var charge = shop.charge(method, 4100);

    var page = reading.get(25, SECONDS);
    assertThat(page.text("/data/0/object/id")).isEqualTo(charge.id());
    assertThat(page.body().at("/data/0/data")).isEqualTo(shop.find(charge).body());
    assertThat(page.text("/next_cursor")).isNotEqualTo(end);
  }

  @Test
  void a_charges_whole_life_is_told_in_order_to_the_site_and_to_the_operator() {
    var asked = Shop.asked(shop.card(), 4200);
    asked.put("capture", false);
    var charge = shop.charge(asked);
    var captured = shop.follow(charge, "capture", Map.of());
    var refund = shop.refund(charge, Map.of("amount", 200));
    assertThat(refund.text("/status")).isEqualTo("succeeded");

    var told = everything(feed);
    assertThat(told)
        .extracting(one -> one.path("type").asText())
        .containsSubsequence(
            "integration.updated",
            "customer.created",
            "payment_method.saved",
            "charge.pending",
            "charge.authorized",
            "charge.captured",
            "refund.pending",
            "refund.succeeded");
    assertThat(told)
        .extracting(one -> one.path("sequence").asLong())
        .isEqualTo(LongStream.rangeClosed(1, told.size()).boxed().toList());
    assertThat(told)
        .filteredOn(one -> one.path("type").asText().equals("charge.captured"))
        .first()
        .satisfies(one -> assertThat(one.path("data")).isEqualTo(captured.body()));
    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(ofSite(everything("/v1/events"))).isEqualTo(told));
  }

  @Test
  void a_decline_is_told_with_its_reason() {
    var method = shop.card();
    shop.stage().next(shop.merchant(), 4300, new Outcome.Declined(DeclineCode.LOST_OR_STOLEN));
    var charge = shop.charge(method, 4300);
    var told = everything(feed).getLast();
    assertThat(told.at("/type").asText()).isEqualTo("charge.declined");
    assertThat(told.at("/object/id").asText()).isEqualTo(charge.id());
    assertThat(told.at("/data/decline/code").asText()).isEqualTo("lost_or_stolen");
  }

  @Test
  void an_instance_that_stops_lets_go_of_who_waits() throws Exception {
    var end = everything(feed).getLast().path("id").asText();
    var reading = threads.submit(() -> elsewhere.get(feed + "?wait=30s&after=" + end));
    untilSomebodyWaitsElsewhere();

    another.close();

    var page = reading.get(25, SECONDS);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("/next_cursor")).isEqualTo(end);
  }
}
