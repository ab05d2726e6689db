package com.pelcro.payments.http.server;

import static com.pelcro.payments.http.server.ProblemCode.AMOUNT_TOO_LARGE;
import static com.pelcro.payments.http.server.ProblemCode.CARD_NETWORK_NOT_ALLOWED;
import static com.pelcro.payments.http.server.ProblemCode.CONFLICT;
import static com.pelcro.payments.http.server.ProblemCode.CURRENCY_NOT_SUPPORTED;
import static com.pelcro.payments.http.server.ProblemCode.FLOW_NOT_SUPPORTED;
import static com.pelcro.payments.http.server.ProblemCode.GATEWAY_CREDENTIALS_REJECTED;
import static com.pelcro.payments.http.server.ProblemCode.GATEWAY_UNAVAILABLE;
import static com.pelcro.payments.http.server.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static com.pelcro.payments.http.server.ProblemCode.INTEGRATION_DISABLED;
import static com.pelcro.payments.http.server.ProblemCode.INTEGRATION_MISSING;
import static com.pelcro.payments.http.server.ProblemCode.INVALID_STATE;
import static com.pelcro.payments.http.server.ProblemCode.NOT_FOUND;
import static com.pelcro.payments.http.server.ProblemCode.ORIGIN_NOT_ALLOWED;
import static com.pelcro.payments.http.server.ProblemCode.PAYMENT_METHOD_UNUSABLE;
import static com.pelcro.payments.http.server.ProblemCode.RATE_LIMITED;
import static com.pelcro.payments.http.server.ProblemCode.TOKEN_ALREADY_USED;
import static com.pelcro.payments.http.server.ProblemCode.TOKEN_EXPIRED;
import static com.pelcro.payments.http.server.ProblemCode.TOKEN_INVALID;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.PaymentMethodUnusable;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.http.decline.DeclineJson;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says every no of ours in HTTP.
public final class Problems {

  private final InstantSource clock;

  @Inject
  public Problems(InstantSource clock) {
    this.clock = clock;
  }

  Problem of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound(var what) -> Problem.of(NOT_FOUND, "there is no such " + what);
      case Refusal.KeyReused _ ->
          Problem.of(
              IDEMPOTENCY_KEY_REUSED, "another request came with this key; choose a new one");
      case Refusal.InvalidFields(var problems) -> Problem.of(problems);
      case Refusal.IntegrationMissing _ ->
          Problem.of(INTEGRATION_MISSING, "configure an integration for this site first");
      case Refusal.IntegrationDisabled(var gateway) ->
          Problem.of(INTEGRATION_DISABLED, "enable the integration with " + gateway + " first");
      case Refusal.CurrencyNotSupported(var asked, var supported) ->
          Problem.of(CURRENCY_NOT_SUPPORTED, "ask in " + supported + ", not in " + asked);
      case Refusal.OriginNotAllowed(var origin) ->
          Problem.of(ORIGIN_NOT_ALLOWED, origin + " is none of the site's origins; add it there");
      case Refusal.NetworkNotAllowed(var networks) ->
          Problem.of(
              CARD_NETWORK_NOT_ALLOWED,
              networks.stream().map(CardNetwork::code).collect(Collectors.joining(", "))
                  + " cannot be taken here");
      case Refusal.TokenInvalid(var why) -> Problem.of(TOKEN_INVALID, why);
      case Refusal.TokenExpired _ ->
          Problem.of(TOKEN_EXPIRED, "open a new card session and let the card be typed again");
      case Refusal.TokenAlreadyUsed _ ->
          Problem.of(TOKEN_ALREADY_USED, "a token works once; let the card be typed again");
      case PaymentMethodUnusable unusable -> unusable(unusable);
      case Refusal.TooManyDeclines(var pause) ->
          Problem.of(
                  RATE_LIMITED,
                  "too many cards were declined here lately; no card that is typed is taken until"
                      + " that has stopped for a while")
              .with("Retry-After", Long.toString(pause.toSeconds() + 1));
      case Refusal.AmountTooLarge(var asked, var most) ->
          Problem.of(AMOUNT_TOO_LARGE, asked + " was asked, and " + most + " is the most");
      case Refusal.FlowNotSupported(var flow) ->
          Problem.of(FLOW_NOT_SUPPORTED, "the gateway does not do " + flow.code());
      case Refusal.Conflict(var why, var existing) ->
          Problem.of(CONFLICT, why).telling(existing(existing));
      case Refusal.InvalidState(var why) -> Problem.of(INVALID_STATE, why);
      case Refusal.GatewayUnavailable(var why) ->
          Problem.of(GATEWAY_UNAVAILABLE, why).with("Retry-After", "5");
      case Refusal.GatewayCredentialsRejected _ ->
          Problem.of(
              GATEWAY_CREDENTIALS_REJECTED, "correct the integration's settings and verify them");
    };
  }

  private Problem unusable(PaymentMethodUnusable unusable) {
    var members = new LinkedHashMap<String, Object>();
    var method = unusable.method();
    if (method != null) {
      members.put("payment_method", method.value());
    }
    var decline = unusable.decline();
    if (decline != null) {
      members.put("decline", DeclineJson.of(decline, clock.instant()));
    }
    return Problem.of(PAYMENT_METHOD_UNUSABLE, unusable.why()).telling(members);
  }

  private static Map<String, Object> existing(@Nullable String id) {
    return id == null ? Map.of() : Map.of("existing", id);
  }
}
