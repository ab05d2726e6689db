package com.pelcro.payments.http.event;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Readers who wait for what happens next.
class WaitingTest {

  private static final int CALLS = 3;
  private static final int WAITS = 5;

  private final Service service = Service.with(CALLS, WAITS);
  private final Shop shop = Shop.open(service);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String end =
      shop.path("/events?after=" + service.storage().recorded(shop.id()).getLast().id());

  @AfterEach
  void stop() {
    service.close();
    threads.close();
  }

  private List<Future<Answer>> waiting(int readers) {
    var waiting =
        Stream.generate(() -> threads.submit(() -> shop.client().get(end + "&wait=30s")))
            .limit(readers)
            .toList();
    await().atMost(20, SECONDS).until(() -> service.waiting() == readers);
    return waiting;
  }

  @Test
  void a_reader_is_answered_when_something_happens() throws Exception {
    var reader = waiting(1).getFirst();

    shop.method();

    var page = reader.get(20, SECONDS);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().path("data")).isNotEmpty();
    assertThat(page.at("/data/0/type")).isEqualTo("payment_method.saved");
  }

  @Test
  void a_reader_who_waited_in_vain_gets_an_empty_page_that_leads_on() {
    var page = shop.client().get(end + "&wait=1s");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().path("data")).isEmpty();
    assertThat(end).endsWith(page.at("/next_cursor"));
  }

  @Test
  void who_waits_takes_no_room_from_who_calls_and_has_a_limit_of_his_own() throws Exception {
    var readers = waiting(WAITS);

    assertThat(shop.client().get(shop.path("/charges")).status()).isEqualTo(200);
    var oneMore = shop.client().get(end + "&wait=30s");
    assertThat(oneMore.status()).isEqualTo(429);
    assertThat(oneMore.header("Retry-After")).isEqualTo("1");

    assertThat(shop.method()).isNotEmpty();
    for (var reader : readers) {
      assertThat(reader.get(20, SECONDS).json().path("data")).isNotEmpty();
    }
  }

  @Test
  void a_service_that_stops_answers_those_who_wait_at_once() throws Exception {
    var readers = waiting(WAITS);

    service.http().close();

    for (var reader : readers) {
      var page = reader.get(20, SECONDS);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.json().path("data")).isEmpty();
      assertThat(end).endsWith(page.at("/next_cursor"));
    }
  }
}
