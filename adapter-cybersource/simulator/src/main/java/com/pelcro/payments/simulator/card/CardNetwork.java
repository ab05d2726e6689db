package com.pelcro.payments.simulator.card;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The card networks, with the numbers by which the simulator tells them apart.
///
/// The large networks' ranges are real. Those of the smaller ones are test ranges of ours: no
/// source we could read confirms them. A range is a prefix or two prefixes of the same length;
/// several networks may claim one number, as co-branded cards do.
public enum CardNetwork {
  CARTES_BANCAIRES(
      "CARTESBANCAIRES",
      "036",
      "cartes bancaires",
      "cartesbancaires",
      "CB",
      "16",
      "4970-4979 5131-5135"),
  MADA("MADA", "060", "mada", "mada", "MD", "16", "9682 588845-588850 440647 446404 529741"),
  MEEZA("MEEZA", "067", "meeza", "meeza", "MZ", "16 19", "5078"),
  EFTPOS("EFTPOS", "070", "eftpos", "eftpos", "EP", "16", "560221-560225"),
  JCREW("JCREW", "046", "jcrew", "jcrew", "JW", "16", "6046"),
  CARNET("CARNET", "058", "carnet", "carnet", "CN", "16", "5062 286900 639484"),
  ELO("ELO", "054", "elo", "elo", "EL", "16", "636368 636297 504175 509040-509069 627780"),
  MAESTRO_UK("MAESTRO", "024", "maestro uk domestic", "maestro", "SW", "16 18 19", "6759"),
  MAESTRO(
      "MAESTRO",
      "042",
      "maestro international",
      "maestro",
      "MI",
      "12 13 14 15 16 17 18 19",
      "5018 5020 5033 5038 5868 5893 6304 6761-6763"),
  AMEX("AMEX", "003", "american express", "amex", "AX", "15", "34 37"),
  DINERS(
      "DINERSCLUB", "005", "diners club", "dinersclub", "DC", "14 16 19", "300-305 3095 36 38-39"),
  DISCOVER("DISCOVER", "004", "discover", "discover", "DI", "16 19", "6011 644-649 65"),
  JCB("JCB", "007", "jcb", "jcb", "JC", "16 19", "3528-3589"),
  UNION_PAY("CUP", "062", "china union pay", "cup", "CU", "16 17 18 19", "62 81"),
  MASTERCARD("MASTERCARD", "002", "mastercard", "mastercard", "MC", "16", "51-55 2221-2720"),
  VISA("VISA", "001", "visa", "visa", "VI", "13 16 19", "4");

  private final String sessionName;
  private final String code;
  private final String storedName;
  private final String browserName;
  private final String method;
  private final String lengths;
  private final String ranges;

  CardNetwork(
      String sessionName,
      String code,
      String storedName,
      String browserName,
      String method,
      String lengths,
      String ranges) {
    this.sessionName = sessionName;
    this.code = code;
    this.storedName = storedName;
    this.browserName = browserName;
    this.method = method;
    this.lengths = lengths;
    this.ranges = ranges;
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ", -1));
  }

  /// The name in `allowedCardNetworks`.
  public String sessionName() {
    return sessionName;
  }

  /// The three-digit card type code.
  public String code() {
    return code;
  }

  /// The name that v1 of stored cards uses in place of the code.
  public String storedName() {
    return storedName;
  }

  /// The name in the browser's `change` events.
  public String browserName() {
    return browserName;
  }

  /// Two letters in search results.
  public String method() {
    return method;
  }

  /// Lengths its numbers can have.
  public List<Integer> lengths() {
    return words(lengths).map(Integer::valueOf).toList();
  }

  /// First digits of its numbers: `4`, or `51-55`.
  public List<String> ranges() {
    return words(ranges).toList();
  }

  /// The network with this three-digit code.
  public static Optional<CardNetwork> byCode(String code) {
    return Arrays.stream(values()).filter(network -> network.code.equals(code)).findFirst();
  }

  /// The network with this v1 name.
  public static Optional<CardNetwork> byStoredName(String name) {
    return Arrays.stream(values())
        .filter(network -> network.storedName.equalsIgnoreCase(name))
        .findFirst();
  }

  /// All networks that claim this number, the most particular first.
  public static List<CardNetwork> detect(CardNumber number) {
    return Arrays.stream(values()).filter(network -> network.claims(number)).toList();
  }

  private boolean claims(CardNumber number) {
    return lengths().contains(number.digits().length())
        && words(ranges).anyMatch(range -> within(range, number.digits()));
  }

  private static boolean within(String range, String digits) {
    var dash = range.indexOf('-');
    var low = dash < 0 ? range : range.substring(0, dash);
    var high = dash < 0 ? range : range.substring(dash + 1);
    var start = digits.substring(0, Math.min(low.length(), digits.length()));
    return start.compareTo(low) >= 0 && start.compareTo(high) <= 0;
  }
}
