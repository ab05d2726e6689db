package com.pelcro.payments.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.http.Service;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What is no business of the caller's: a fault of ours, or the database being away.
class FaultTest {

  private static final String SITE = "{\"name\": \"A\", \"url\": \"https://a.example\"}";

  private record Failing(RuntimeException fault) implements Transactions {
    @Override
    public <T> Result<T> inTransaction(Supplier<Result<T>> work) {
      throw fault;
    }
  }

  private static com.pelcro.payments.http.Answer meets(RuntimeException fault) {
    try (var service = Service.with(new Failing(fault))) {
      return service.operator().with("Request-Id", "r-7").post("/v1/sites", SITE);
    }
  }

  @Test
  void a_fault_of_ours_says_nothing_but_the_request_id() {
    var answer = meets(new IllegalStateException("the secret is s3cret"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal");
    assertThat(answer.at("/request_id")).isEqualTo("r-7");
    assertThat(answer.text())
        .doesNotContain("s3cret")
        .doesNotContain("IllegalState")
        .doesNotContain("at com.");
  }

  @Test
  void a_database_that_is_away_is_told_to_come_back() {
    var answer = meets(new StorageUnavailable("no connection", new RuntimeException("s3cret")));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("storage_unavailable");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(answer.text()).doesNotContain("s3cret");
  }
}
