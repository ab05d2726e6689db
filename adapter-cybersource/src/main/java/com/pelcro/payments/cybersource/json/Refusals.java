package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Requests the gateway found wrong, by reason and by what was asked. A few of them say more than
/// that: the hold is gone already, the card is not taken, or an earlier request has to be looked
/// up.
final class Refusals {

  private static final String NO_ID = "none";
  private static final String NO_ANSWER = "no_answer";
  private static final String DONE = "done";
  private static final String DECLINE = "decline";
  private static final Map<String, List<String>> EFFECTS =
      Table.rows("refusals.csv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row));
  private static final Set<String> ABOUT_FIELDS = Set.of("MISSING_FIELD", "INVALID_DATA");
  private static final Pattern CARD_FIELD =
      Pattern.compile(
          "tokenInformation\\..*|paymentInformation\\.(card|customer|paymentInstrument|instrumentIdentifier)\\..*");

  private Refusals() {}

  /// Whether the reason is one of these, and not a decline of the issuer's.
  static boolean knows(String reason) {
    return EFFECTS.containsKey(reason);
  }

  static GatewayAnswer read(Asked asked, String reason, Reading answer) {
    return switch (effect(asked.kind(), reason)) {
      case NO_ANSWER -> new NoAnswer("the gateway answered " + reason + ": what became of it?");
      case DONE -> new Approval(reference(asked, answer), null);
      case DECLINE ->
          new Decline(
              Declines.of(asked.network(), reason, null, null),
              GatewayReference.of(answer.text("id").orElse(NO_ID)));
      case String code -> new Rejection(failure(asked, code, reason, answer));
    };
  }

  private static Failure failure(Asked asked, String effect, String reason, Reading answer) {
    var fields = fields(answer);
    var aboutTheCard =
        asked.kind().isPayment()
            && ABOUT_FIELDS.contains(reason)
            && fields.stream().anyMatch(CARD_FIELD.asMatchPredicate());
    var code =
        aboutTheCard
            ? FailureCode.TOKEN_UNUSABLE
            : FailureCode.valueOf(effect.toUpperCase(Locale.ROOT));
    var named = fields.isEmpty() ? "" : ": " + String.join(", ", fields);
    return new Failure(code, "the gateway answered " + reason + named);
  }

  private static List<String> fields(Reading answer) {
    return Stream.of("details", "errorInformation.details")
        .flatMap(path -> answer.objects(path).stream())
        .flatMap(detail -> detail.text("field").stream())
        .filter(Predicate.not(field -> field.length() > 100))
        .limit(10)
        .toList();
  }

  private static GatewayReference reference(Asked asked, Reading answer) {
    return GatewayReference.of(
        answer.text("id").orElseGet(() -> Objects.requireNonNullElse(asked.target(), NO_ID)));
  }

  private static String effect(Asked.Kind kind, String reason) {
    var row = EFFECTS.get(reason);
    return row == null ? FailureCode.GATEWAY_REJECTED.code() : row.get(column(kind));
  }

  private static int column(Asked.Kind kind) {
    return switch (kind) {
      case SALE, AUTHORIZATION, VERIFICATION -> 1;
      case CAPTURE -> 2;
      case REFUND -> 3;
      case RELEASE -> 4;
      case VOID -> 5;
    };
  }
}
