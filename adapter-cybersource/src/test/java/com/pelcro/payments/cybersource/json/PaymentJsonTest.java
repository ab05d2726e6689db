package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.cybersource.TestCards;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.gateway.Initiation.Regularity;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.CredentialLineage;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.CardNetwork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentJsonTest {

  private static final GatewayToken TOKEN = new GatewayToken("C1", "P1", "7011");
  private static final CredentialLineage LINEAGE =
      new CredentialLineage("first", "latest", Money.of(2500, "EUR"));
  private static final String INITIATOR = "/processingInformation/authorizationOptions/initiator";
  private static final String BEFORE = INITIATOR + "/merchantInitiatedTransaction";

  @Test
  void a_renewal_with_a_stored_card_sends_tokens_and_nothing_of_the_card_or_its_owner() {
    var body = stored(new Initiation.Recurring(LINEAGE, Regularity.FIXED), CardNetwork.VISA);
    assertThat(body.toString())
        .isEqualTo(
            """
            {"clientReferenceInformation":{"code":"op-1","transactionId":"1"},\
            "processingInformation":{"capture":true,"commerceIndicator":"recurring",\
            "actionList":["DECISION_SKIP"],\
            "authorizationOptions":{"partialAuthIndicator":false,\
            "initiator":{"type":"merchant","storedCredentialUsed":true,\
            "merchantInitiatedTransaction":{"previousTransactionId":"latest"}}}},\
            "orderInformation":{"amountDetails":{"totalAmount":"19.90","currency":"EUR"}},\
            "paymentInformation":{"customer":{"id":"C1"},"paymentInstrument":{"id":"P1"}}}\
            """);
  }

  @ParameterizedTest
  @CsvSource({"VISA, latest", "MASTERCARD, first", "AMEX, first", "DISCOVER, first", "JCB, first"})
  void the_networks_want_different_payments_of_the_series(CardNetwork network, String previous) {
    var body = stored(new Initiation.Recurring(LINEAGE, Regularity.FIXED), network);
    assertThat(body.at(BEFORE + "/previousTransactionId").asText()).isEqualTo(previous);
  }

  @ParameterizedTest
  @CsvSource({"FIXED, 7", "VARIABLE, 8"})
  void mastercard_tells_subscriptions_from_standing_orders(Regularity regularity, String reason) {
    var recurring = new Initiation.Recurring(LINEAGE, regularity);
    var master = stored(recurring, CardNetwork.MASTERCARD);
    assertThat(master.at(BEFORE + "/reason").asText()).isEqualTo(reason);
    assertThat(stored(recurring, CardNetwork.VISA).at(BEFORE + "/reason").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_first_payment_tells_mastercard_what_the_card_is_stored_for(CardNetwork network) {
    for (var agreement : Agreement.values()) {
      var initiator = typed(new Initiation.CustomerStoring(agreement), "C1", network).at(INITIATOR);
      assertThat(initiator.path("type").asText()).isEqualTo("customer");
      assertThat(initiator.path("credentialStoredOnFile").asBoolean()).isTrue();
      assertThat(initiator.path("merchantInitiatedTransaction").toString())
          .isEqualTo(network == CardNetwork.MASTERCARD ? firstOf(agreement) : "");
    }
  }

  private static String firstOf(Agreement agreement) {
    return switch (agreement) {
      case UNSCHEDULED -> "";
      case FIXED -> "{\"reason\":\"7\"}";
      case VARIABLE -> "{\"reason\":\"8\"}";
    };
  }

  @Test
  void a_card_on_file_can_begin_a_subscription() {
    var storing = new Initiation.CustomerStoring(Agreement.FIXED);
    assertThat(stored(storing, CardNetwork.MASTERCARD).at(INITIATOR).toString())
        .isEqualTo(
            "{\"type\":\"customer\",\"credentialStoredOnFile\":true,"
                + "\"merchantInitiatedTransaction\":{\"reason\":\"7\"}}");
  }

  @Test
  void discover_hears_the_first_amount_again() {
    var recurring = new Initiation.Recurring(LINEAGE, Regularity.FIXED);
    var amount = BEFORE + "/originalAuthorizedAmount";
    assertThat(stored(recurring, CardNetwork.DISCOVER).at(amount).asText()).isEqualTo("25.00");
    assertThat(stored(recurring, CardNetwork.VISA).at(amount).isMissingNode()).isTrue();
  }

  @Test
  void discover_hears_the_amount_charged_where_nothing_was_charged_before() {
    var verified = new CredentialLineage("first", "first", Money.of(0, "EUR"));
    for (var lineage : List.of(CredentialLineage.NONE, verified)) {
      var unscheduled = stored(new Initiation.Unscheduled(lineage), CardNetwork.DISCOVER);
      assertThat(unscheduled.at(BEFORE + "/originalAuthorizedAmount").asText()).isEqualTo("19.90");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_unscheduled_charge_has_a_reason_where_the_network_wants_one(CardNetwork network) {
    var body = stored(new Initiation.Unscheduled(LINEAGE), network);
    var wanted =
        switch (network) {
          case AMEX, DISCOVER, MASTERCARD -> "10";
          default -> "";
        };
    assertThat(body.at(BEFORE + "/reason").asText()).isEqualTo(wanted);
    assertThat(body.at(INITIATOR + "/type").asText()).isEqualTo("merchant");
    assertThat(body.at("/processingInformation/commerceIndicator").asText()).isEqualTo("internet");
    assertThat(body.at("/processingInformation/actionList").isMissingNode()).isTrue();
  }

  @Test
  void a_card_without_a_past_says_nothing_of_one() {
    var none = new Initiation.Recurring(CredentialLineage.NONE, Regularity.FIXED);
    assertThat(stored(none, CardNetwork.VISA).at(BEFORE).isMissingNode()).isTrue();
    assertThat(stored(none, CardNetwork.MASTERCARD).at(BEFORE).toString())
        .isEqualTo("{\"reason\":\"7\"}");
  }

  @Test
  void a_customer_who_pays_again_uses_a_stored_credential() {
    var body = stored(new Initiation.CustomerStored(), CardNetwork.VISA);
    assertThat(body.at(INITIATOR).toString())
        .isEqualTo("{\"type\":\"customer\",\"storedCredentialUsed\":true}");
  }

  @Test
  void a_card_used_once_says_nothing_of_storing() {
    var body = typed(new Initiation.CustomerOnce(), null);
    assertThat(body.at(INITIATOR).isMissingNode()).isTrue();
    assertThat(body.at("/processingInformation/actionList").isMissingNode()).isTrue();
    assertThat(body.at("/paymentInformation/customer").isMissingNode()).isTrue();
    assertThat(body.at("/paymentInformation/card").toString()).isEqualTo("{\"type\":\"001\"}");
    assertThat(body.at("/orderInformation/billTo/lastName").asText()).isEqualTo("Reader");
    assertThat(body.at("/tokenInformation/transientTokenJwt").asText()).isEqualTo("the token");
  }

  @Test
  void a_card_to_keep_is_stored_for_its_customer() {
    var body = typed(new Initiation.CustomerStoring(Agreement.UNSCHEDULED), "C1");
    assertThat(body.at(INITIATOR).toString())
        .isEqualTo("{\"type\":\"customer\",\"credentialStoredOnFile\":true}");
    assertThat(body.at("/processingInformation/actionList").toString())
        .isEqualTo("[\"TOKEN_CREATE\"]");
    assertThat(body.at("/processingInformation/actionTokenTypes").toString())
        .isEqualTo("[\"paymentInstrument\",\"instrumentIdentifier\"]");
    assertThat(body.at("/paymentInformation/customer/id").asText()).isEqualTo("C1");
  }

  @Test
  void a_bare_number_goes_with_its_expiry() {
    var card = TestCards.fresh(CardNetwork.JCB);
    var body = tree(PaymentJson.numbered(instruction(card), false, card, "7011"));
    assertThat(body.at("/paymentInformation").toString())
        .isEqualTo(
            "{\"instrumentIdentifier\":{\"id\":\"7011\"},"
                + "\"card\":{\"type\":\"007\",\"expirationMonth\":\"12\",\"expirationYear\":\"2034\"}}");
    assertThat(body.at("/tokenInformation").isMissingNode()).isTrue();
    assertThat(body.at("/processingInformation/capture").asBoolean(true)).isFalse();
  }

  @Test
  void a_body_in_memory_does_not_show_its_token() {
    var card = TestCards.fresh(CardNetwork.VISA);
    assertThat(PaymentJson.typed(instruction(card), true, card, null).toString())
        .doesNotContain("the token");
  }

  private static JsonNode stored(Initiation initiation, CardNetwork network) {
    var card = TestCards.summary(network);
    var source = new PaymentSource.Stored(TOKEN, card);
    return tree(PaymentJson.stored(instruction(source, initiation), true, TOKEN, card));
  }

  private static JsonNode typed(Initiation initiation, @Nullable String customer) {
    return typed(initiation, customer, CardNetwork.VISA);
  }

  private static JsonNode typed(
      Initiation initiation, @Nullable String customer, CardNetwork network) {
    var card = TestCards.fresh(network);
    var instruction = instruction(new PaymentSource.Once(card), initiation);
    return tree(PaymentJson.typed(instruction, true, card, customer));
  }

  private static Instruction instruction(FreshCard card) {
    return instruction(new PaymentSource.Once(card), new Initiation.CustomerOnce());
  }

  private static Instruction instruction(PaymentSource source, Initiation initiation) {
    return new Instruction(
        TestCards.integration(),
        new References("op-1", "1"),
        Money.of(1990, "EUR"),
        source,
        initiation);
  }

  private static JsonNode tree(PaymentJson body) {
    return Json.read(Json.write(body)).orElseThrow().node();
  }
}
