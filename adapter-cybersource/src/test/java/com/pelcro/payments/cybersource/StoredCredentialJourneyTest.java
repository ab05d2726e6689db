package com.pelcro.payments.cybersource;

import static com.pelcro.payments.cybersource.Journey.AMOUNT;
import static com.pelcro.payments.cybersource.Journey.approval;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Initiation.Regularity;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.CredentialLineage;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Series of payments with one stored card, before a gateway as strict as the card networks.
class StoredCredentialJourneyTest {

  private static final Money OTHER_AMOUNT = Money.of(2490, "EUR");

  private final SimulatorBench bench = new SimulatorBench();
  private final Journey journey =
      new Journey(bench, TestIntegrations.everyNetwork(bench.integration()));

  @BeforeEach
  void strict() {
    var _ = bench.panel().put("/simulator/settings", Map.of("strict", true));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_subscription_goes_on_from_its_first_payment(SampleCard sample) {
    for (var regularity : Regularity.values()) {
      var first = first(sample, new Initiation.CustomerStoring(regularity.agreement()));
      var card = Objects.requireNonNull(first.card());
      var one = CredentialLineage.NONE.after(networkId(first), AMOUNT);
      var two = one.after(charge(card, sample, new Initiation.Recurring(one, regularity)), AMOUNT);
      var three = two.after(charge(card, sample, new Initiation.CustomerStored()), OTHER_AMOUNT);
      var four =
          three.after(charge(card, sample, new Initiation.Recurring(three, regularity)), AMOUNT);
      assertThat(charge(card, sample, new Initiation.Unscheduled(four))).isNotBlank();
    }
    var last = bench.panel().movements().getLast();
    assertThat(last.path("initiator").asText()).isEqualTo("merchant");
  }

  @ParameterizedTest
  @EnumSource
  void a_card_saved_before_it_is_charged_needs_nothing_of_ours(SampleCard sample) {
    for (var method : CaptureMethod.values()) {
      var card = journey.saved(method, sample);
      var renewal = new Initiation.Recurring(CredentialLineage.NONE, Regularity.FIXED);
      assertThat(charge(card, sample, renewal)).isNotBlank();
      assertThat(charge(card, sample, new Initiation.Unscheduled(CredentialLineage.NONE)))
          .isNotBlank();
    }
  }

  private Approval first(SampleCard sample, Initiation initiation) {
    var card = journey.type(CaptureMethod.MICROFORM, sample);
    var owner = new CardOwner(journey.customer(), null);
    var keeping = new PaymentSource.ToKeep(card, owner);
    return approval(bench.adapter().payments().sale(journey.instruction(keeping, initiation)));
  }

  private String charge(VaultedCard card, SampleCard sample, Initiation initiation) {
    var asked = journey.stored(card, sample, initiation);
    var other =
        new Instruction(
            asked.integration(), asked.references(), OTHER_AMOUNT, asked.source(), initiation);
    return networkId(approval(bench.adapter().payments().sale(other)));
  }

  private static String networkId(Approval approval) {
    return Objects.requireNonNull(approval.reference().networkTransactionId());
  }
}
