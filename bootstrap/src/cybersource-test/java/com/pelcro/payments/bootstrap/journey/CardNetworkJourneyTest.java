package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.site.CardNetwork;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cards of every network, by the network's name in each place: the session, the token, the vault,
/// the charge.
class CardNetworkJourneyTest {

  private static final String CARTE_BANCAIRE_WITH_VISA = "4970110000001029";
  private static final String NETWORKS =
      """
      visa,           001, visa,                4111111111111111
      mastercard,     002, mastercard,          5555555555554444
      amex,           003, american express,    378282246310005
      discover,       004, discover,            6011111111111117
      jcb,            007, jcb,                 3566111111111113
      diners_club,    005, diners club,         30569309025904
      maestro,        042, maestro international, 50339619890917
      union_pay,      062, china union pay,     6240008631401148
      carte_bancaire, 036, cartes bancaires,    4970110000001029
      carnet,         058, carnet,              5062280000000002
      elo,            054, elo,                 6362970000000003
      mada,           060, mada,                9682040000000002
      meeza,          067, meeza,               5078030000000003
      eftpos,         070, eftpos,              5602210000000006
      jcrew,          046, jcrew,               6046000000000003
      """;

  private static final SimulatorStage STAGE = new SimulatorStage();

  @RegisterExtension static final RunningService SERVICE = new RunningService(() -> STAGE);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
  }

  @ParameterizedTest
  @CsvSource(textBlock = NETWORKS)
  void a_card_of_every_network_is_typed_saved_and_charged(
      String network, String type, String vaultName, String number) {
    var session = shop.session();
    var saved = save(session, Map.of("transient_token", STAGE.type(session, number)));
    assertThat(saved.text("/card/network")).isEqualTo(network);
    assertThat(saved.text("/card/last4")).isEqualTo(number.substring(number.length() - 4));
    var charge = shop.charge(saved.id(), 1990);
    assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("captured");
    assertThat(STAGE.movements(shop.merchant()))
        .last()
        .extracting(movement -> movement.path("card_type").asText())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(textBlock = NETWORKS)
  void a_card_of_every_network_is_encrypted_by_the_page_saved_and_charged(
      String network, String type, String vaultName, String number) {
    var session = shop.caller().post(shop.path("/card-sessions"), Map.of("method", "flex_key"));
    var saved =
        save(session, Map.of("flex_token", FlexPage.tokenize(STAGE, session, number, type)));
    assertThat(saved.text("/card/network")).isEqualTo(network);
    assertThat(STAGE.requests(shop.merchant(), "/tms/v1/paymentinstruments"))
        .singleElement()
        .extracting(request -> request.at("/body/card/type").asText())
        .isEqualTo(vaultName);
    var charge = shop.charge(saved.id(), 1990);
    assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("captured");
  }

  @Test
  void the_gateway_shows_every_network_it_takes() {
    var gateway = shop.caller().get("/v1/gateways").body().at("/data/0/card_networks");
    assertThat(texts(gateway))
        .containsExactlyElementsOf(Stream.of(CardNetwork.values()).map(CardNetwork::code).toList())
        .containsExactlyInAnyOrderElementsOf(
            NETWORKS.lines().map(line -> line.split(",", 2)[0]).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "visa, visa",
    "carte_bancaire, carte_bancaire",
    "visa;carte_bancaire, carte_bancaire"
  })
  void a_card_of_two_networks_goes_by_the_one_its_site_takes(String allowed, String network) {
    allow(allowed.split(";", -1));
    assertThat(networkOf(CARTE_BANCAIRE_WITH_VISA)).isEqualTo(network);
  }

  @Test
  void a_site_takes_the_networks_it_allows_and_no_others() {
    allow("mastercard");
    var session = shop.session();
    assertThat(STAGE.typed(session, "4111111111111111").status()).isEqualTo(400);
    assertThat(networkOf("5555555555554444")).isEqualTo("mastercard");
    var wider =
        shop.caller().post(shop.path("/card-sessions"), Map.of("card_networks", List.of("visa")));
    assertThat(wider.status()).isEqualTo(422);
  }

  private String networkOf(String number) {
    var session = shop.session();
    return save(session, Map.of("transient_token", STAGE.type(session, number)))
        .text("/card/network");
  }

  private Answer save(Answer session, Map<String, ?> token) {
    var card = Map.of("card_session", session.id(), "billing_details", Shop.billing());
    var saved =
        shop.caller()
            .post(
                shop.path("/customers/" + shop.customer() + "/payment-methods"),
                Shop.with(card, token));
    assertThat(saved.status()).as("%s", saved.body()).isEqualTo(201);
    return saved;
  }

  private void allow(String... networks) {
    var body = shop.merchant().integration("enabled");
    body.put("card_networks", List.of(networks));
    var changed = shop.caller().put(shop.integration(), body);
    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
