package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.site.CardNetwork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The card networks by the gateway's names: one in the card form, codes in payments and in version
/// 2 of the vault, and a name in version 1 of the vault.
public enum Networks {
  VISA(CardNetwork.VISA, "VISA", "visa", "001"),
  MASTERCARD(CardNetwork.MASTERCARD, "MASTERCARD", "mastercard", "002"),
  AMEX(CardNetwork.AMEX, "AMEX", "american express", "003"),
  DISCOVER(CardNetwork.DISCOVER, "DISCOVER", "discover", "004"),
  JCB(CardNetwork.JCB, "JCB", "jcb", "007"),
  DINERS_CLUB(CardNetwork.DINERS_CLUB, "DINERSCLUB", "diners club", "005"),
  /// International and the United Kingdom's own.
  MAESTRO(CardNetwork.MAESTRO, "MAESTRO", "maestro international", "042", "024"),
  UNION_PAY(CardNetwork.UNION_PAY, "CUP", "china union pay", "062"),
  CARTE_BANCAIRE(CardNetwork.CARTE_BANCAIRE, "CARTESBANCAIRES", "cartes bancaires", "036"),
  CARNET(CardNetwork.CARNET, "CARNET", "carnet", "058", "056"),
  ELO(CardNetwork.ELO, "ELO", "elo", "054"),
  MADA(CardNetwork.MADA, "MADA", "mada", "060"),
  MEEZA(CardNetwork.MEEZA, "MEEZA", "meeza", "067"),
  EFTPOS(CardNetwork.EFTPOS, "EFTPOS", "eftpos", "070"),
  JCREW(CardNetwork.JCREW, "JCREW", "jcrew", "046");

  private final CardNetwork network;
  private final String captureName;
  private final String vaultName;
  private final String code;
  private final String otherCode;

  Networks(CardNetwork network, String captureName, String vaultName, String code) {
    this(network, captureName, vaultName, code, code);
  }

  Networks(
      CardNetwork network, String captureName, String vaultName, String code, String otherCode) {
    this.network = network;
    this.captureName = captureName;
    this.vaultName = vaultName;
    this.code = code;
    this.otherCode = otherCode;
  }

  /// The row of a network.
  public static Networks of(CardNetwork network) {
    return Stream.of(values()).filter(row -> row.network == network).findFirst().orElseThrow();
  }

  /// The network with this code, if it is one the service knows.
  public static Optional<CardNetwork> ofCode(String code) {
    return Stream.of(values())
        .filter(row -> row.codes().contains(code))
        .map(row -> row.network)
        .findFirst();
  }

  /// The network of the service's own that this row speaks of.
  public CardNetwork network() {
    return network;
  }

  /// The name among the card form's allowed networks.
  public String captureName() {
    return captureName;
  }

  /// The name in version 1 of the vault.
  public String vaultName() {
    return vaultName;
  }

  /// Every code the network goes by.
  public Set<String> codes() {
    return new TreeSet<>(List.of(code, otherCode));
  }

  /// The one code of the network; empty where it has several and only the gateway knows which fits
  /// the number.
  public Optional<String> code() {
    return code.equals(otherCode) ? Optional.of(code) : Optional.empty();
  }
}
