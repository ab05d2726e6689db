package com.pelcro.payments.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.http.contract.Operation;
import com.pelcro.payments.http.contract.Operation.Need;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String method = shop.method();
  private final String charges = shop.path("/charges");
  private final String body = "{\"payment_method\": \"%s\", \"amount\": 1990}".formatted(method);

  @AfterAll
  void stop() {
    service.close();
  }

  private int sales() {
    return service.gateway().ledger().of(Movement.Kind.SALE).size();
  }

  @Test
  void the_same_request_under_the_same_key_charges_once() {
    var before = sales();
    var client = shop.client().key("order-1");
    var first = client.post(charges, body);

    var again = client.post(charges, body);
    var otherwiseWritten =
        client.post(charges, "{ \"amount\":1990,\n\"payment_method\":\"%s\"}".formatted(method));

    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(otherwiseWritten.id()).isEqualTo(first.id());
    assertThat(sales()).isEqualTo(before + 1);
  }

  @Test
  void another_request_under_the_same_key_is_refused() {
    var client = shop.client().key("order-2");
    var charge = client.post(charges, body).id();

    var otherBody = client.post(charges, body.replace("1990", "1991"));
    var otherPath = client.post(charges + "/" + charge + "/void", "");

    assertThat(otherBody.status()).isEqualTo(422);
    assertThat(otherBody.code()).isEqualTo("idempotency_key_reused");
    assertThat(otherPath.code()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void keys_belong_to_a_site() {
    var other = Shop.open(service);
    var mine = shop.client().key("order-3").post(shop.path("/customers"), "{}");

    var theirs = other.client().key("order-3").post(other.path("/customers"), "{}");

    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.id()).isNotEqualTo(mine.id());
  }

  @Test
  void a_repeat_shows_the_charge_as_it_stands_now() {
    var client = shop.client().key("order-4");
    var first = client.post(charges, body);
    shop.client().post(charges + "/" + first.id() + "/refunds", "{\"amount\": 90}");

    assertThat(client.post(charges, body).at("/amount_refunded")).isEqualTo("90");
  }

  @Test
  void an_open_charge_is_repeated_as_open() {
    var client = shop.client().key("order-5");
    service.gateway().loseNextReply();
    var first = client.post(charges, body);

    var again = client.post(charges, body);

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.id()).isEqualTo(first.id());
  }

  @Test
  void a_repeat_while_the_first_is_in_flight_finds_it_pending() throws Exception {
    var atTheGateway = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    service
        .gateway()
        .beforeEachCall(
            () -> {
              atTheGateway.countDown();
              await(goOn);
            });
    var client = shop.client().key("order-6");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> client.post(charges, body));
      await(atTheGateway);
      var meanwhile = client.post(charges, body);
      goOn.countDown();

      assertThat(meanwhile.status()).isEqualTo(202);
      assertThat(meanwhile.at("/status")).isEqualTo("pending");
      assertThat(first.get().status()).isEqualTo(201);
      assertThat(first.get().id()).isEqualTo(meanwhile.id());
    } finally {
      goOn.countDown();
      service.gateway().beforeEachCall(() -> {});
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Stream<Operation> marked() {
    return service.contract().operations().stream().filter(one -> one.key() == Need.REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("marked")
  void without_a_key_where_it_is_required_nothing_is_done(Operation operation) {
    var before = sales();
    var path =
        operation
            .path()
            .replace("{site}", shop.site())
            .replace("{customer}", shop.customer())
            .replace("{charge}", "ch_01m82qkpy8e00a9krzp26das3b")
            .replace("{subscription}", "sub_01m82qkpy8e00a9krzp26das3b");

    var answer = shop.client().send("POST", path, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("idempotency_key_required");
    assertThat(sales()).isEqualTo(before);
  }

  @Test
  void where_a_key_is_optional_each_request_without_one_is_its_own() {
    var path = shop.path("/card-sessions");

    var one = shop.client().send("POST", path, "{}");
    var two = shop.client().send("POST", path, "{}");

    assertThat(one.status()).isEqualTo(201);
    assertThat(two.id()).isNotEqualTo(one.id());
  }

  @Test
  void a_key_has_255_characters_at_most() {
    assertThat(shop.client().key("k".repeat(255)).post(shop.path("/customers"), "{}").status())
        .isEqualTo(201);
    assertThat(shop.client().key("k".repeat(256)).post(shop.path("/customers"), "{}").pointers())
        .containsExactly("/header/Idempotency-Key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b"})
  void a_key_is_visible_ascii(String key) {
    var answer = shop.client().key(key).post(shop.path("/customers"), "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly("/header/Idempotency-Key");
  }
}
