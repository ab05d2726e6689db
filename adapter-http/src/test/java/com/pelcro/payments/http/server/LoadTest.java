package com.pelcro.payments.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Many calls at once, all of them waiting for a gateway that does not answer yet.
class LoadTest {

  private static final int CALLS = 40;

  private final CountDownLatch atTheGateway = new CountDownLatch(CALLS);
  private final CountDownLatch answer = new CountDownLatch(1);

  private void slowDown(Service service) {
    service
        .gateway()
        .beforeEachCall(
            () -> {
              atTheGateway.countDown();
              await(answer);
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Future<Answer>> charge(
      Shop shop, String method, int count, ExecutorService threads) {
    var charges = new ArrayList<Future<Answer>>();
    for (int at = 0; at < count; at++) {
      charges.add(threads.submit(() -> shop.charge(method, 100)));
    }
    return charges;
  }

  @Test
  void forty_calls_wait_side_by_side_and_the_loop_goes_on() throws Exception {
    try (var service = Service.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var shop = Shop.open(service);
      var method = shop.method();
      slowDown(service);
      var charges = charge(shop, method, CALLS, threads);
      await(atTheGateway);

      assertThat(service.anyone().get("/health/live").status()).isEqualTo(200);
      assertThat(shop.client().get(shop.path("/charges?limit=100")).json().get("data"))
          .hasSize(CALLS);

      answer.countDown();
      for (var charge : charges) {
        assertThat(charge.get().status()).isEqualTo(201);
      }
    } finally {
      answer.countDown();
    }
  }

  @Test
  void one_call_more_than_there_may_be_is_told_to_come_back_and_health_is_still_told()
      throws Exception {
    try (var service = Service.with(CALLS);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var shop = Shop.open(service);
      var method = shop.method();
      slowDown(service);
      var charges = charge(shop, method, CALLS, threads);
      await(atTheGateway);

      var refused = shop.client().get(shop.path("/charges"));

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("rate_limited");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(service.anyone().get("/health/ready").status()).isEqualTo(200);
      answer.countDown();
      for (var charge : charges) {
        assertThat(charge.get().status()).isEqualTo(201);
      }
      assertThat(shop.client().get(shop.path("/charges")).status()).isEqualTo(200);
    } finally {
      answer.countDown();
    }
  }

  @Test
  void closing_lets_what_is_in_flight_end() throws Exception {
    try (var service = Service.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var shop = Shop.open(service);
      var method = shop.method();
      slowDown(service);
      var charges = charge(shop, method, CALLS, threads);
      await(atTheGateway);

      var closing = threads.submit(service.http()::close);
      assertThat(closing.isDone()).isFalse();
      answer.countDown();

      for (var charge : charges) {
        assertThat(charge.get().status()).isEqualTo(201);
      }
      closing.get(30, TimeUnit.SECONDS);
    } finally {
      answer.countDown();
    }
  }
}
