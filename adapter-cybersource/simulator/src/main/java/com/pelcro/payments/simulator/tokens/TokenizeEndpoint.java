package com.pelcro.payments.simulator.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.simulator.card.CapturedCard;
import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /tms/v2/tokenize`: stores a captured card without an authorization. Each token succeeds or
/// fails by itself.
public final class TokenizeEndpoint implements Endpoint {

  private static final String JWT = "tokenInformation.transientTokenJwt";
  private static final String TYPES = "processingInformation.actionTokenTypes";

  private final Vault vault;
  private final CapturedCards captured;
  private final InstantSource clock;

  /// Stores captured cards in this vault.
  public TokenizeEndpoint(Vault vault, CapturedCards captured, InstantSource clock) {
    this.vault = vault;
    this.captured = captured;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    return TokenErrors.profiled(this::tokenize).answer(call);
  }

  private Reply tokenize(Call call) {
    TokenErrors.require(call.body(), "processingInformation.actionList", TYPES, "tokenInformation");
    var types = call.body().texts(TYPES);
    var responses = new ArrayList<ObjectNode>();
    var owner = owner(call, types, responses);
    var card = card(call);
    if (card.isEmpty()) {
      refused(types, responses);
    } else {
      stored(call, types, responses, card.get(), owner);
    }
    return JsonReply.plain(200, new JsonTree().put("responses", responses));
  }

  private @Nullable Customer owner(Call call, List<String> types, List<ObjectNode> responses) {
    var known = call.body().text("tokenInformation.customer.id");
    if (known.isPresent()) {
      return vault
          .customer(call.merchant(), known.get())
          .orElseThrow(() -> TokenErrors.absent(vault, known.get()));
    }
    if (!types.contains("customer")) {
      return null;
    }
    var buyer = call.body().at("tokenInformation.customer.buyerInformation");
    var details = new JsonTree().put("buyerInformation", buyer.isObject() ? buyer : null);
    var made = vault.addCustomer(call.merchant(), details.node());
    responses.add(entry("customer", 201, made.id()));
    return made;
  }

  private Optional<CapturedCard> card(Call call) {
    var jwt = call.body().text(JWT);
    var jti = call.body().text("tokenInformation.jti");
    return jwt.flatMap(token -> captured.byToken(call.merchant(), token))
        .or(() -> jti.flatMap(id -> captured.byJti(call.merchant(), id)))
        .filter(card -> card.isUsable(clock.instant()));
  }

  private static void refused(List<String> types, List<ObjectNode> responses) {
    responses.add(failure("instrumentIdentifier", 400, "invalidFields", "transientTokenJwt"));
    if (types.contains("paymentInstrument")) {
      responses.add(failure("paymentInstrument", 424, "notAttempted", "instrumentIdentifier"));
    }
  }

  private void stored(
      Call call,
      List<String> types,
      List<ObjectNode> responses,
      CapturedCard card,
      @Nullable Customer owner) {
    var status = vault.identifierOf(call.merchant(), card.number()).isEmpty() ? 201 : 200;
    var identifier = vault.identify(call.merchant(), card.number());
    responses.add(entry("instrumentIdentifier", status, identifier.id()));
    if (types.contains("paymentInstrument")) {
      var type = CardNetwork.detect(card.number()).getFirst().code();
      var billTo = call.body().at("tokenInformation.paymentInstrument.billTo");
      var added = vault.addInstrument(identifier, owner, card.month(), card.year(), type, billTo);
      if (owner != null && call.body().flag("tokenInformation.paymentInstrument.default")) {
        vault.makeDefault(owner, added.id());
      }
      responses.add(entry("paymentInstrument", 201, added.id()));
    }
  }

  private static ObjectNode entry(String resource, int status, String id) {
    return new JsonTree().put("resource", resource).put("httpStatus", status).put("id", id).node();
  }

  private static ObjectNode failure(String resource, int status, String type, String field) {
    var details = List.of(Map.of("name", field, "location", "tokenInformation"));
    var error = Map.of("type", type, "message", "The token was not created", "details", details);
    return new JsonTree()
        .put("resource", resource)
        .put("httpStatus", status)
        .put("errors", List.of(error))
        .node();
  }
}
