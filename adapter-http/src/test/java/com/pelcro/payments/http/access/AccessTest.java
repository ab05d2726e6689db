package com.pelcro.payments.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Client;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.Wire;
import com.pelcro.payments.http.contract.Operation;
import com.pelcro.payments.http.server.PageRoute;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Set;
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

  /// What is looked at as a whole, and found wanting, before anything is looked up.
  private static final Set<String> AT_FAULT =
      Set.of(
          "POST /v1/sites",
          "POST /api-keys",
          "PUT /integrations/{gateway}",
          "POST /customers",
          "POST /customers/{customer}/payment-methods",
          "POST /charges",
          "POST /charges/{charge}/capture",
          "POST /charges/{charge}/void",
          "POST /charges/{charge}/resolve",
          "POST /charges/{charge}/refunds",
          "POST /subscriptions",
          "POST /subscriptions/{subscription}/cancel",
          "POST /subscriptions/{subscription}/renew",
          "POST /test-clock",
          "POST /v1/differences/{difference}/close");

  /// What an empty request is enough for.
  private static final Map<String, Integer> DONE =
      Map.of(
          "POST /card-sessions", 201, "POST /v1/reconciliations", 201, "DELETE /test-clock", 204);

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
                "dif_",
                "asset",
                "")
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
    assertThat(call(service.operator(), operation).status())
        .as(operation.method() + " " + operation.path())
        .isEqualTo(opened(operation));
  }

  @ParameterizedTest
  @MethodSource("openToSites")
  void a_sites_own_key_opens_what_is_the_sites(Operation operation) {
    assertThat(call(shop.client(), operation).status()).isEqualTo(opened(operation));
  }

  /// What an empty request about things that are not there comes to once its key was found good.
  private static int opened(Operation operation) {
    var name = operation.method() + " " + operation.path().replace("/v1/sites/{site}/", "/");
    var found = operation.path().replace("{site}", "").contains("{") ? 404 : 200;
    return AT_FAULT.contains(name) ? 400 : DONE.getOrDefault(name, found);
  }

  Stream<Operation> open() {
    return service.contract().operations().stream().filter(one -> one.openTo().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("open")
  void what_is_open_is_the_same_for_every_key(Operation operation) {
    var seen =
        Stream.of(
                service.anyone(),
                service.anyone().holding("sk_wrong"),
                revoked,
                other.client(),
                service.operator())
            .map(client -> call(client, operation).status())
            .distinct();

    assertThat(seen).singleElement().isEqualTo(operation.path().contains("{") ? 404 : 200);
  }

  Stream<PageRoute> pages() {
    return service.pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_asks_for_the_session_it_says_it_asks_for(PageRoute page) {
    var path = page.path().replaceAll("\\{[a-z_]+}|\\*", SOME);
    var answer = new Wire(service.port()).send(bare(page.method(), path));
    var toLogin = answer.startsWith("HTTP/1.1 303") && answer.contains("/dashboard/login");

    assertThat(toLogin).isEqualTo(page.access() == PageAccess.SESSION);
  }

  private static String bare(String method, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  }

  @Test
  @SuppressWarnings("NullAway")
  void a_route_that_does_not_say_who_may_take_it_is_none() {
    assertThatNullPointerException()
        .isThrownBy(() -> Route.get("/v1/new", null, _ -> Reply.nothing()))
        .withMessage("/v1/new does not say who may take it");
    assertThatNullPointerException()
        .isThrownBy(() -> PageRoute.get("/new", null, _ -> Reply.bytes(200, "", Buffer.buffer())))
        .withMessage("/new does not say who may see it");
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
