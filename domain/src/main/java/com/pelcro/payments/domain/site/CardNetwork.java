package com.pelcro.payments.domain.site;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A card network, by the name the API gives it.
public enum CardNetwork {
  VISA("Visa"),
  MASTERCARD("Mastercard"),
  AMEX("American Express"),
  DISCOVER("Discover"),
  JCB("JCB"),
  DINERS_CLUB("Diners Club"),
  MAESTRO("Maestro"),
  UNION_PAY("UnionPay (CUP)"),
  CARTE_BANCAIRE("Carte Bancaire"),
  CARNET("Carnet"),
  ELO("Elo"),
  MADA("Mada"),
  MEEZA("Meeza"),
  EFTPOS("EFTPOS"),
  JCREW("J.Crew");

  private final String displayName;

  CardNetwork(String displayName) {
    this.displayName = displayName;
  }

  /// The name people read.
  public String displayName() {
    return displayName;
  }

  /// The name in the API and in rows, such as `diners_club`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CardNetwork> of(String code) {
    return Stream.of(values()).filter(network -> network.code().equals(code)).findFirst();
  }
}
