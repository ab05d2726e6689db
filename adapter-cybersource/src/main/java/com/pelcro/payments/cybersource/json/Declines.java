package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.decline.DeclineCategory;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.site.CardNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a decline means: the gateway's reason first, then the network's advice to merchants, then,
/// for Visa without advice, the issuer's raw response. The strictest of them wins, and a wait
/// counts only where trying again is allowed.
public final class Declines {

  private record Verdict(DeclineCategory category, @Nullable Duration pause) {}

  private record Row(Pattern reason, DeclineCode code, Verdict verdict) {}

  private static final int LONGEST_WORD = 64;
  private static final Map<String, DeclineCode> CODES =
      Stream.of(DeclineCode.values())
          .collect(Collectors.toUnmodifiableMap(DeclineCode::code, Function.identity()));
  private static final List<Row> REASONS =
      Table.rows("declines.csv").stream().map(Declines::row).toList();
  private static final Map<List<String>, Verdict> ADVICE =
      Table.rows("merchant-advice.csv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.subList(0, 2), row -> verdict(row, 2)));
  private static final Map<String, DeclineCategory> VISA_RESPONSES =
      Table.rows("visa-responses.csv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> category(row.get(1))));

  private Declines() {}

  /// Reads the reason of a decline out of an answer to a payment or refund.
  public static DeclineReason read(@Nullable CardNetwork network, Reading answer) {
    var response =
        answer
            .text("processorInformation.responseCode")
            .or(() -> answer.text("issuerInformation.responseCode"));
    return of(
        network,
        answer.text("errorInformation.reason").or(() -> answer.text("reason")).orElse(null),
        response.orElse(null),
        answer.text("processorInformation.merchantAdvice.code").orElse(null));
  }

  /// The reason in our words, with the gateway's, the processor's and the network's kept beside.
  public static DeclineReason of(
      @Nullable CardNetwork network,
      @Nullable String reason,
      @Nullable String response,
      @Nullable String advice) {
    var row = row(reason == null ? "" : reason);
    var verdict = stricter(row.verdict, second(network, response, advice));
    return new DeclineReason(
        row.code,
        verdict.category,
        verdict.category == DeclineCategory.SOFT ? verdict.pause : null,
        word(reason),
        word(response),
        word(advice));
  }

  private static Row row(String reason) {
    return REASONS.stream()
        .filter(row -> row.reason.matcher(reason).matches())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Verdict> second(
      @Nullable CardNetwork network, @Nullable String response, @Nullable String advice) {
    var advised = advised(network, advice);
    return advised.isEmpty() && network == CardNetwork.VISA && response != null
        ? Optional.ofNullable(VISA_RESPONSES.get(response)).map(found -> new Verdict(found, null))
        : advised;
  }

  /// Advice is a number of one or two digits, written with and without a zero in front. Maestro is
  /// Mastercard's and speaks its codes.
  private static Optional<Verdict> advised(@Nullable CardNetwork network, @Nullable String advice) {
    if (network == null || advice == null) {
      return Optional.empty();
    }
    var speaker = network == CardNetwork.MAESTRO ? CardNetwork.MASTERCARD : network;
    var number = advice.strip().replaceFirst("^0", "");
    return Optional.ofNullable(ADVICE.get(List.of(speaker.code(), number)));
  }

  /// A rule of fraud or a fault of the account stays what it is: advice speaks of cards.
  private static Verdict stricter(Verdict first, Optional<Verdict> second) {
    return second
        .filter(other -> strictness(other.category) >= strictness(first.category))
        .map(other -> new Verdict(other.category, longer(first.pause, other.pause)))
        .orElse(first);
  }

  private static int strictness(DeclineCategory category) {
    return switch (category) {
      case SOFT -> 0;
      case FIX -> 1;
      case HARD -> 2;
      case FRAUD, CONFIGURATION -> 3;
    };
  }

  private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
    return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
  }

  private static Row row(List<String> cells) {
    var pattern = Pattern.compile(cells.get(0).replace("*", ".*"), Pattern.DOTALL);
    var code = Optional.ofNullable(CODES.get(cells.get(1))).orElseThrow();
    return new Row(pattern, code, verdict(cells, 2));
  }

  private static Verdict verdict(List<String> cells, int at) {
    var pause = cells.get(at + 1);
    return new Verdict(category(cells.get(at)), pause.isEmpty() ? null : Duration.parse(pause));
  }

  private static DeclineCategory category(String code) {
    return DeclineCategory.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String word(@Nullable String text) {
    return text == null || text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD);
  }
}
