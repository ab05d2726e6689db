package com.pelcro.payments.cybersource;

import static com.pelcro.payments.cybersource.Journey.AMOUNT;
import static com.pelcro.payments.cybersource.Journey.approval;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.VaultChange.Changed;
import com.pelcro.payments.domain.gateway.VaultChange.Gone;
import com.pelcro.payments.domain.gateway.VaultChange.Refused;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.RetiredCredentials;
import com.pelcro.payments.domain.site.SharedSecret;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes beyond the contracts: this gateway's own ways.
class CyberSourceJourneyTest {

  private final SimulatorBench bench = new SimulatorBench();
  private final Journey journey = new Journey(bench);

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_card_is_typed_saved_charged_changed_and_removed(CaptureMethod method) {
    var integration = bench.integration();
    var vault = bench.adapter().vault();
    var card = journey.saved(method, SampleCard.VISA);
    var payments = bench.adapter().payments();
    var payment = journey.stored(card, SampleCard.VISA, new Initiation.CustomerStored());
    var sale = approval(payments.sale(payment));
    assertThat(sale.reference().networkTransactionId()).isNotBlank();
    var _ = approval(payments.refund(journey.followUp(sale)));
    var billing = TestCards.fresh(SampleCard.VISA.network()).billing();
    assertThat(vault.update(integration, card.token(), new CardExpiry(1, 2036), billing))
        .isInstanceOf(Changed.class);
    assertThat(vault.makeDefault(integration, card.token())).isInstanceOf(Changed.class);
    assertThat(vault.remove(integration, card.token())).isInstanceOf(Changed.class);
    assertThat(vault.remove(integration, card.token())).isInstanceOf(Gone.class);
  }

  @Test
  void a_bare_number_is_stored_as_an_instrument_of_its_own() {
    var card = journey.saved(CaptureMethod.FLEX_KEY, SampleCard.MASTERCARD);
    assertThat(card.token().customer()).isNull();
    var hosted = journey.saved(CaptureMethod.MICROFORM, SampleCard.MASTERCARD);
    assertThat(hosted.token().customer()).isNotNull();
    assertThat(hosted.fingerprint()).isEqualTo(card.fingerprint());
  }

  @Test
  void a_customer_the_vault_has_forgotten_is_made_known_again() {
    var forgotten = new VaultCustomer("3C1F6A0B9D2E4F57E063AF598E0A11D2");
    var request =
        new SaveCard(
            bench.integration(),
            Journey.references(),
            AMOUNT.currency(),
            journey.type(CaptureMethod.MICROFORM, SampleCard.VISA),
            new CardOwner(journey.customer(), forgotten));
    var saved = Objects.requireNonNull(approval(bench.adapter().vault().save(request)).card());
    assertThat(saved.token().customer()).isNotBlank().isNotEqualTo(forgotten.token());
  }

  @Test
  void a_customer_the_vault_knows_is_not_made_twice() {
    var first = journey.saved(CaptureMethod.MICROFORM, SampleCard.VISA);
    var owner = Objects.requireNonNull(first.token().customer());
    var request =
        new SaveCard(
            bench.integration(),
            Journey.references(),
            AMOUNT.currency(),
            journey.type(CaptureMethod.MICROFORM, SampleCard.MASTERCARD),
            new CardOwner(journey.customer(), new VaultCustomer(owner)));
    var second = Objects.requireNonNull(approval(bench.adapter().vault().save(request)).card());
    assertThat(second.token().customer()).isEqualTo(owner);
  }

  @ParameterizedTest
  @EnumSource
  void a_payment_can_keep_its_card(CaptureMethod method) {
    var card = journey.type(method, SampleCard.VISA);
    var owner = new CardOwner(journey.customer(), null);
    var payment =
        journey.instruction(
            new PaymentSource.ToKeep(card, owner),
            new Initiation.CustomerStoring(Agreement.UNSCHEDULED));
    var kept = Objects.requireNonNull(approval(bench.adapter().payments().sale(payment)).card());
    var again = journey.stored(kept, SampleCard.VISA, new Initiation.CustomerStored());
    var _ = approval(bench.adapter().payments().sale(again));
  }

  @ParameterizedTest
  @EnumSource
  void a_payment_can_use_its_card_once(CaptureMethod method) {
    var card = journey.type(method, SampleCard.VISA);
    var payment = journey.instruction(new PaymentSource.Once(card), new Initiation.CustomerOnce());
    assertThat(approval(bench.adapter().payments().sale(payment)).card()).isNull();
  }

  @Test
  void every_request_that_moves_money_carries_both_references() {
    var payments = bench.adapter().payments();
    var sale = approval(payments.sale(journey.fresh()));
    var undo = journey.followUp(sale);
    var _ = approval(payments.undo(undo));
    var release = journey.followUp(sale);
    var _ = approval(payments.release(release));
    assertThat(bench.panel().movements())
        .hasSize(3)
        .allSatisfy(
            movement -> {
              assertThat(movement.path("code").asText()).startsWith("op-");
              assertThat(movement.path("transaction_id").asText()).hasSize(26);
            });
  }

  @Test
  void evidence_shows_what_was_seen_and_no_secret() {
    var card = journey.type(CaptureMethod.MICROFORM, SampleCard.VISA);
    var owner = new CardOwner(journey.customer(), null);
    var payment =
        journey.instruction(
            new PaymentSource.ToKeep(card, owner),
            new Initiation.CustomerStoring(Agreement.UNSCHEDULED));
    var evidence = bench.adapter().payments().sale(payment).evidence();
    assertThat(evidence.asked())
        .contains(payment.references().code(), "/tms/v2/customers", "/pts/v2/payments", "19.90")
        .doesNotContain(card.token().reveal(), "Ada", "King St", "ada@reader.example", "M5H");
    assertThat(evidence.answered()).contains("AUTHORIZED").doesNotContain("eyJ");
    assertThat(evidence.httpStatus()).isEqualTo(201);
    assertThat(evidence.correlationId()).isNotBlank();
  }

  @Test
  void a_customer_the_vault_would_not_take_means_that_nothing_was_sent() {
    var card = journey.type(CaptureMethod.MICROFORM, SampleCard.VISA);
    bench.panel().scenario(Map.of("path", "/tms/v2/customers"), Map.of("kind", "lose_reply"), 1);
    assertThat(journey.save(card).answer()).isInstanceOf(NotSent.class);
    assertThat(bench.panel().movements()).isEmpty();
  }

  @Test
  void a_default_card_among_others_is_not_removed() {
    var first = journey.saved(CaptureMethod.MICROFORM, SampleCard.VISA);
    var known = new VaultCustomer(Objects.requireNonNull(first.token().customer()));
    var owner = new CardOwner(journey.customer(), known);
    var payment =
        journey.instruction(
            new PaymentSource.ToKeep(
                journey.type(CaptureMethod.MICROFORM, SampleCard.MASTERCARD), owner),
            new Initiation.CustomerStoring(Agreement.UNSCHEDULED));
    var _ = approval(bench.adapter().payments().sale(payment));
    var vault = bench.adapter().vault();
    assertThat(vault.makeDefault(bench.integration(), first.token())).isInstanceOf(Changed.class);
    assertThat(vault.remove(bench.integration(), first.token()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.failure().detail()).contains("409", "conflict"));
  }

  @Test
  void the_gateways_key_is_fetched_once() {
    var _ = journey.type(CaptureMethod.MICROFORM, SampleCard.VISA);
    var _ = journey.type(CaptureMethod.MICROFORM, SampleCard.VISA);
    assertThat(bench.panel().requests("/flex/v2/public-keys")).hasSize(1);
    assertThat(bench.panel().requests("/microform/v2/sessions")).hasSize(2);
  }

  @Test
  void a_context_that_cannot_be_verified_opens_nothing() {
    var _ = journey.type(CaptureMethod.MICROFORM, SampleCard.VISA);
    var other = new SimulatorBench();
    other
        .panel()
        .scenario(
            Map.of("path", "/flex/v2/public-keys/.*"),
            Map.of("kind", "http", "status", 200, "body", "{\"kty\":\"RSA\"}", "processed", false),
            5);
    assertThat(TestCards.open(other)).isInstanceOf(CaptureOpening.Unavailable.class);
    other.close();
  }

  @Test
  void a_replaced_key_goes_on_serving_refunds() {
    var sale = approval(bench.adapter().payments().sale(journey.fresh()));
    var present = bench.stranger().credentials();
    var before = new RetiredCredentials(bench.integration().credentials(), bench.now());
    var rotated = TestIntegrations.rotated(Environment.SANDBOX, present, before, bench.now());
    var refund = journey.followUp(sale);
    var moved = new FollowUp(rotated, refund.references(), refund.target(), AMOUNT);
    var _ = approval(bench.adapter().payments().refund(moved));
  }

  @Test
  void a_token_that_cannot_be_read_is_of_no_use() {
    var card = journey.type(CaptureMethod.FLEX_KEY, SampleCard.VISA);
    var broken =
        new FreshCard(card.session(), new SharedSecret("rubbish"), card.card(), card.billing());
    assertThat(journey.save(broken).answer())
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.failure().code()).isEqualTo(FailureCode.TOKEN_UNUSABLE));
  }
}
