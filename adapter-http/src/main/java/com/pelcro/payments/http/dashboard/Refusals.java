package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.domain.site.CardNetwork;
import java.util.stream.Collectors;

/// Says every no of ours to a person.
public final class Refusals {

  private Refusals() {}

  /// A sentence or two, with the way out.
  public static String text(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound(var what) -> "There is no such " + what + " any more.";
      case Refusal.KeyReused _ ->
          "This form was sent before, with other values. Look at what came of that first.";
      case Refusal.InvalidFields(var problems) ->
          problems.stream().map(Refusal.FieldProblem::detail).collect(Collectors.joining(" "));
      case Refusal.IntegrationMissing _ -> "No gateway is connected. Configure an integration.";
      case Refusal.IntegrationDisabled(var gateway) ->
          "The integration with " + gateway.value() + " is disabled. Enable it first.";
      case Refusal.CurrencyNotSupported(var asked, var supported) ->
          asked + " cannot be charged here, only " + supported + ".";
      case Refusal.OriginNotAllowed(var origin) -> origin + " is none of the site's origins.";
      case Refusal.NetworkNotAllowed(var networks) ->
          networks.stream().map(CardNetwork::displayName).collect(Collectors.joining(", "))
              + " cannot be taken here.";
      case Refusal.TokenInvalid(var why) -> "The card cannot be used: " + why + ".";
      case Refusal.TokenExpired _, Refusal.TokenAlreadyUsed _ ->
          "The card was typed too long ago, or used already. Let it be typed again.";
      case Refusal.PaymentMethodUnusable unusable ->
          "The card cannot be charged: " + unusable.why() + ".";
      case Refusal.TooManyDeclines _ ->
          "Too many cards were declined lately. No card that is typed is taken for a while.";
      case Refusal.AmountTooLarge(_, var most) -> "At most " + most + " is possible.";
      case Refusal.FlowNotSupported(var flow) ->
          "The gateway does not do " + Words.human(flow.code()) + ".";
      case Refusal.Conflict(var why, _) -> Words.sentence(why);
      case Refusal.InvalidState(var why) -> Words.sentence(why);
      case Refusal.GatewayUnavailable(var why) ->
          "The gateway could not be reached, and nothing was charged: " + why + ".";
      case Refusal.GatewayCredentialsRejected _ ->
          "The gateway does not accept the settings. Correct them under Integrations.";
    };
  }
}
