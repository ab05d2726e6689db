package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.http.Exchange.Reply;
import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.VaultChange;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the vault's replies. None of them moves money, so every failure of the vault's is certain
/// to have charged nothing.
final class VaultReplies {

  private static final Pattern TYPE = Pattern.compile("\\w{1,40}");

  private VaultReplies() {}

  /// The resource in a reply that brought one.
  static Optional<Reading> resource(Exchange exchange) {
    return exchange instanceof Reply(int status, var body) && (status == 200 || status == 201)
        ? Json.read(body)
        : Optional.empty();
  }

  /// Why a payment was not asked for, when a call to the vault that had to come before it failed.
  static GatewayAnswer unasked(Exchange exchange, FailureCode whenMissing) {
    return switch (exchange) {
      case Exchange.NotSent(var why) -> new GatewayAnswer.NotSent(why);
      case Exchange.NoReply(var why) ->
          new GatewayAnswer.NotSent("no payment was sent: the vault gave no reply, " + why);
      case Reply(int status, var body) when isRefusal(status) ->
          new GatewayAnswer.Rejection(failure(status, body, whenMissing));
      case Reply(int status, _) ->
          new GatewayAnswer.NotSent("no payment was sent: the vault answered HTTP " + status);
    };
  }

  /// What came of a change or removal.
  static VaultChange change(Exchange exchange) {
    return switch (exchange) {
      case Exchange.NotSent(var why) -> new VaultChange.Unavailable(why);
      case Exchange.NoReply(var why) -> new VaultChange.Unavailable(why);
      case Reply(int status, var body) -> change(status, body);
    };
  }

  private static VaultChange change(int status, String body) {
    return switch (status) {
      case 200, 204 -> new VaultChange.Changed();
      case 404, 410 -> new VaultChange.Gone();
      default ->
          isRefusal(status)
              ? new VaultChange.Refused(failure(status, body, FailureCode.GATEWAY_REJECTED))
              : new VaultChange.Unavailable("the vault answered HTTP " + status);
    };
  }

  /// Whether a status says no, for good: too many requests are no such no.
  static boolean isRefusal(int status) {
    return status >= 400 && status < 500 && status != 429;
  }

  /// The failure an error of the vault or of the card form stands for.
  static Failure failure(int status, String body, FailureCode whenMissing) {
    return switch (status) {
      case 401 ->
          new Failure(
              FailureCode.GATEWAY_CREDENTIALS_REJECTED, "the gateway rejected our signature");
      case 403, 424 ->
          new Failure(
              FailureCode.GATEWAY_MISCONFIGURED, "the account may not do this" + types(body));
      case 404, 410 -> new Failure(whenMissing, "the gateway knows no such thing" + types(body));
      default ->
          new Failure(
              FailureCode.GATEWAY_REJECTED, "the gateway answered HTTP " + status + types(body));
    };
  }

  /// The gateway's own words for the kind of error; its sentences may repeat what we sent.
  private static String types(String body) {
    var types =
        Json.read(body).stream()
            .flatMap(error -> error.objects("errors").stream())
            .flatMap(error -> error.text("type").stream())
            .filter(TYPE.asMatchPredicate())
            .limit(5)
            .collect(Collectors.joining(", "));
    return types.isEmpty() ? "" : ": " + types;
  }
}
