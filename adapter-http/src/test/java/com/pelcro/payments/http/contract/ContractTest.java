package com.pelcro.payments.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.access.Access;
import com.pelcro.payments.http.server.Route;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {

  private final Service service = Service.start();

  @BeforeAll
  void there_is_a_contract() {
    assertThat(service.contract().operations()).hasSizeGreaterThan(30);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void the_routes_are_the_operations_both_ways() {
    var routes = service.routes().stream().map(one -> one.method() + " " + one.path());
    var operations =
        service.contract().operations().stream().map(one -> one.method() + " " + one.path());

    assertThat(routes).containsExactlyInAnyOrderElementsOf(operations.toList());
  }

  Stream<Route> routes() {
    return service.routes().stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_route_is_open_to_those_the_contract_says(Route route) {
    var openTo =
        switch (route.access()) {
          case OPERATOR -> List.of("operator");
          case SITE, ANY_KEY -> List.of("operator", "site");
          case EVERYONE -> List.<String>of();
        };

    assertThat(service.contract().operation(route.method(), route.path()).openTo())
        .isEqualTo(openTo);
    if (route.access() != Access.OPERATOR) {
      assertThat(route.path().contains("{site}")).isEqualTo(route.access() == Access.SITE);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void every_post_below_a_site_takes_an_idempotency_key_and_nothing_else_does(Route route) {
    var below = route.method().equals("POST") && route.path().startsWith("/v1/sites/{site}/");

    assertThat(service.contract().operation(route.method(), route.path()).key())
        .isNotEqualTo(below ? Operation.Need.NONE : Operation.Need.REQUIRED)
        .matches(need -> below || need == Operation.Need.NONE);
  }

  @Test
  void the_contract_serves_itself_as_it_is_written() {
    var answer = service.anyone().get("/openapi.yaml");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(answer.text()).isEqualTo(service.contract().text()).startsWith("openapi: 3.1.0");
  }

  @Test
  void every_reference_leads_somewhere() {
    var text = service.contract().text();
    var matcher = java.util.regex.Pattern.compile("'#(/[^']+)'").matcher(text);
    var references = matcher.results().map(found -> found.group(1)).distinct().toList();

    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(
            pointer -> assertThat(service.contract().at(pointer).isMissingNode()).isFalse());
  }

  @Test
  void every_code_an_error_can_have_is_in_the_contract() {
    var codes =
        Stream.of(com.pelcro.payments.http.server.ProblemCode.values())
            .map(com.pelcro.payments.http.server.ProblemCode::code)
            .toList();
    var written =
        service
            .contract()
            .at("/components/schemas/Problem/properties/code/enum")
            .valueStream()
            .map(code -> code.asText())
            .toList();

    assertThat(written).containsExactlyInAnyOrderElementsOf(codes);
  }
}
