package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.site.CardNetwork;

/// Cards to type into the hosted fields: numbers the networks set aside for tests.
public enum SampleCard {
  VISA(CardNetwork.VISA, "4111111111111111"),
  SECOND_VISA(CardNetwork.VISA, "4242424242424242"),
  MASTERCARD(CardNetwork.MASTERCARD, "5555555555554444"),
  AMEX(CardNetwork.AMEX, "378282246310005"),
  DISCOVER(CardNetwork.DISCOVER, "6011111111111117");

  public static final CardExpiry EXPIRY = new CardExpiry(12, 2034);

  private final CardNetwork network;
  private final String number;

  SampleCard(CardNetwork network, String number) {
    this.network = network;
    this.number = number;
  }

  public CardNetwork network() {
    return network;
  }

  public String number() {
    return number;
  }

  public String last4() {
    return number.substring(number.length() - 4);
  }

  public CardSummary expiring(CardExpiry expiry) {
    return new CardSummary(network, number.substring(0, 6), last4(), expiry);
  }
}
