package com.pelcro.payments.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Client;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.contract.Operation;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks every operation of the contract that asks for a key, with every kind of key.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

  private static final String SOME = "01m82qkpy8e00a9krzp26das3b";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Shop other = Shop.open(service);
  private final Client revoked = service.anyone().holding(revokedKey());

  @AfterAll
  void stop() {
    service.close();
  }

  private String revokedKey() {
    var keys = shop.path("/api-keys");
    var issued = shop.client().post(keys, "{\"name\": \"old\"}");
    assertThat(shop.client().delete(keys + "/" + issued.id()).status()).isEqualTo(204);
    return issued.at("/key");
  }

  Stream<Operation> closed() {
    return service.contract().operations().stream().filter(one -> !one.openTo().isEmpty());
  }

  Stream<Operation> ofSites() {
    return closed().filter(one -> one.path().contains("{site}"));
  }

  Stream<Operation> openToSites() {
    return ofSites().filter(one -> one.openTo().contains("site"));
  }

  Stream<Operation> ofTheOperator() {
    return closed().filter(one -> !one.openTo().contains("site"));
  }

  private Answer call(Client client, Operation operation) {
    var path = operation.path().replace("{site}", shop.site());
    for (var entry :
        Map.of(
                "key",
                "key_",
                "customer",
                "cus_",
                "card_session",
                "cs_",
                "payment_method",
                "pm_",
                "charge",
                "ch_",
                "refund",
                "re_",
                "subscription",
                "sub_",
                "reconciliation",
                "rec_",
                "difference",
                "dif_")
            .entrySet()) {
      path = path.replace("{" + entry.getKey() + "}", entry.getValue() + SOME);
    }
    path = path.replace("{gateway}", "nowhere");
    return operation.body() == Operation.Need.NONE
        ? client.send(operation.method(), path, null)
        : client.send(operation.method(), path, "{}");
  }

  @ParameterizedTest
  @MethodSource("closed")
  void no_key_opens_nothing(Operation operation) {
    var answer = call(service.anyone(), operation);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest
  @MethodSource("closed")
  void a_wrong_key_opens_nothing(Operation operation) {
    assertThat(call(service.anyone().holding("sk_wrong"), operation).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("closed")
  void a_revoked_key_opens_nothing(Operation operation) {
    assertThat(call(revoked, operation).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("ofSites")
  void another_sites_key_sees_nothing_here(Operation operation) {
    var answer = call(other.client(), operation);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @ParameterizedTest
  @MethodSource("ofTheOperator")
  void a_sites_key_does_not_open_what_is_the_operators(Operation operation) {
    var answer = call(shop.client(), operation);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
  }

  @ParameterizedTest
  @MethodSource("closed")
  void the_operator_key_opens_everything(Operation operation) {
    assertThat(call(service.operator(), operation).status()).isNotIn(401, 403);
  }

  @ParameterizedTest
  @MethodSource("openToSites")
  void a_sites_own_key_opens_what_is_the_sites(Operation operation) {
    assertThat(call(shop.client(), operation).status()).isNotIn(401, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic abc", "Bearer a b", "Bearer \u00e9"})
  void what_is_no_bearer_key_is_no_key(String authorization) {
    var client = service.anyone().with("Authorization", authorization);

    assertThat(client.get("/v1/sites").status()).isEqualTo(401);
  }

  @Test
  void the_scheme_may_be_written_in_any_case() {
    var client = service.anyone().with("Authorization", "bearer " + Service.OPERATOR_KEY);

    assertThat(client.get("/v1/sites").status()).isEqualTo(200);
  }

  @Test
  void a_resource_of_another_site_is_not_found_through_ones_own() {
    var charge = shop.charge(shop.method(), 100).id();

    assertThat(other.client().get(other.path("/charges/" + charge)).status()).isEqualTo(404);
    assertThat(other.client().get(other.path("/customers/" + shop.customer())).status())
        .isEqualTo(404);
    assertThat(other.client().post(other.path("/charges/" + charge + "/void"), "").status())
        .isEqualTo(404);
  }

  @Test
  void the_operator_key_does_not_show_itself() {
    assertThat(OperatorKey.of(new com.pelcro.payments.domain.site.SharedSecret("k")).toString())
        .isEqualTo("OperatorKey[***]");
  }
}
