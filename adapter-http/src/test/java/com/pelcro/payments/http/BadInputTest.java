package com.pelcro.payments.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.http.Mutations.Mutation;
import com.pelcro.payments.http.contract.Operation;
import com.pelcro.payments.http.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gets every field of every request wrong, in every way its schema forbids.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String method = shop.method();
  private final Map<String, String> inPath =
      Map.of(
          "site", shop.site(),
          "customer", shop.customer(),
          "payment_method", method,
          "gateway", "memory",
          "difference", DifferenceId.next().value(),
          "charge", shop.charge(method, 1990).id(),
          "subscription", shop.subscribe(method, "").id());

  @AfterAll
  void stop() {
    service.close();
  }

  Stream<Operation> operations() {
    return service.contract().operations().stream().filter(one -> !example(one).isMissingNode());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void the_contracts_own_example_is_a_good_body(Operation operation) throws Exception {
    var answer = send(operation, good(operation));

    assertThat(answer.status()).as(answer.text()).isNotEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_wrong_field_is_named_and_nothing_is_written(Operation operation) throws Exception {
    var mutations =
        new Mutations(service.contract())
            .of(
                operation.definition().at("/requestBody/content/application~1json/schema"),
                good(operation));
    assertThat(mutations).hasSizeGreaterThan(2);
    var before = everything();

    for (var mutation : mutations) {
      refused(operation, mutation);
    }

    assertThat(everything()).isEqualTo(before);
  }

  private void refused(Operation operation, Mutation mutation) {
    var answer = send(operation, mutation.body());

    assertThat(answer.status()).as("%s: %s", mutation, answer.text()).isEqualTo(400);
    assertThat(answer.pointers())
        .as("%s: %s", mutation, answer.text())
        .contains(mutation.pointer());
    assertThat(answer.json().path("errors").valueStream())
        .as("%s: %s", mutation, answer.text())
        .filteredOn(error -> error.path("pointer").asText().equals(mutation.pointer()))
        .allSatisfy(error -> assertThat(error.path("code").asText()).isEqualTo(mutation.code()))
        .allSatisfy(error -> assertThat(error.path("detail").asText()).isNotEmpty());
  }

  @Test
  void all_faults_are_told_at_once() {
    var answer =
        shop.client()
            .post(
                shop.path("/charges?colour=red"),
                """
                {"payment_method": "7", "amount": "1", "metadata": {"a": 1}, "surprise": true,
                 "billing_details": {"address": {"country": "XX"}}}\
                """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_field");
    assertThat(answer.pointers())
        .contains(
            "/query/colour",
            "/payment_method",
            "/amount",
            "/metadata/a",
            "/surprise",
            "/billing_details",
            "/billing_details/name",
            "/billing_details/address/country",
            "/billing_details/address/line1");
  }

  @Test
  void a_body_that_is_no_object_is_at_fault_as_a_whole() {
    var answer = shop.client().post(shop.path("/customers"), "[1]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly("");
  }

  private Answer send(Operation operation, JsonNode body) {
    var path = operation.path();
    for (var entry : inPath.entrySet()) {
      path = path.replace("{" + entry.getKey() + "}", entry.getValue());
    }
    var client = operation.openTo().contains("site") ? shop.client() : service.operator();
    return operation.key() == Operation.Need.NONE
        ? client.send(operation.method(), path, body.toString())
        : client.post(path, body.toString());
  }

  private static JsonNode example(Operation operation) {
    return operation.definition().at("/requestBody/content/application~1json/example");
  }

  /// The contract's example, about things that are there.
  private ObjectNode good(Operation operation) throws Exception {
    var session = shop.session();
    return (ObjectNode)
        Json.read(
            example(operation)
                .toString()
                .replace("cus_…", shop.customer())
                .replace("pm_…", method)
                .replace("cs_…", session)
                .replace("eyJ…", shop.type(session, SampleCard.VISA)));
  }

  /// All that was ever written, and all the gateway was ever asked.
  private List<Object> everything() {
    var database = service.database();
    return database.ask(
        () ->
            Stream.of(
                    database.sites,
                    database.integrations,
                    database.apiKeys,
                    database.customers,
                    database.cardSessions,
                    database.methods,
                    database.charges,
                    database.refunds,
                    database.operations,
                    database.claims,
                    database.differences,
                    database.reconciliations,
                    database.subscriptions,
                    database.renewals,
                    database.dunning,
                    database.testClocks,
                    database.events)
                .<Object>map(table -> table.all().map(BadInputTest::withoutUse).toList())
                .toList());
  }

  /// A key remembers when it was used, which every request does.
  private static Object withoutUse(Object row) {
    return row instanceof com.pelcro.payments.domain.access.ApiKey key ? key.id() : row;
  }
}
