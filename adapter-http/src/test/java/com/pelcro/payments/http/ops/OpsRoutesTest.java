package com.pelcro.payments.http.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpsRoutesTest {

  private final Service service = Service.start();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_service_that_can_serve_is_ready() {
    var ready = service.anyone().get("/health/ready");

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.at("/status")).isEqualTo("up");
    assertThat(ready.at("/checks/0/name")).isEqualTo("database");
  }

  @Test
  void a_failing_check_is_named_while_the_process_lives() {
    service.fallIll("no connection in 2 s");

    var ready = service.anyone().get("/health/ready");

    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.at("/status")).isEqualTo("down");
    assertThat(ready.at("/checks/0/name")).isEqualTo("database");
    assertThat(ready.at("/checks/0/status")).isEqualTo("down");
    assertThat(ready.at("/checks/0/detail")).isEqualTo("no connection in 2 s");
    assertThat(service.anyone().get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void figures_are_in_the_text_format() {
    var metrics = service.anyone().get("/metrics");

    assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(metrics.text()).isEqualTo("payments_up 1\n");
  }

  @Test
  void the_pages_load_nothing_from_elsewhere() {
    var page = service.anyone().with("Accept", "text/html").get("/docs");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.text()).doesNotContain("http:").doesNotContain("https:").doesNotContain("//");
  }

  @ParameterizedTest
  @CsvSource({
    "swagger-ui.css,text/css",
    "docs.css,text/css",
    "swagger-ui-bundle.js,text/javascript",
    "docs.js,text/javascript"
  })
  void everything_the_page_names_is_there(String asset, String type) {
    assertThat(service.anyone().get("/docs").text()).contains("/docs/" + asset);
    var answer = service.anyone().get("/docs/" + asset);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.text()).hasSizeGreaterThan(50);
  }
}
