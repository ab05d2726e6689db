package com.pelcro.payments.simulator.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Stored cards as the gateway shows them.
final class TokenViews {

  private static final String INITIATOR = "processingInformation.authorizationOptions.initiator.";

  private TokenViews() {}

  static String path(Customer customer) {
    return "/tms/v2/customers/" + customer.id();
  }

  static String path(PaymentInstrument instrument) {
    return instrument.customer() == null
        ? "/tms/v1/paymentinstruments/" + instrument.id()
        : "/tms/v2/customers/" + instrument.customer() + "/payment-instruments/" + instrument.id();
  }

  static String path(InstrumentIdentifier identifier) {
    return "/tms/v1/instrumentidentifiers/" + identifier.id();
  }

  private static Map<String, String> href(String path) {
    return Map.of("href", path);
  }

  static JsonTree view(Vault vault, Customer customer) {
    var tree = new JsonTree();
    customer.details().properties().forEach(field -> tree.put(field.getKey(), field.getValue()));
    tree.put("_links.self", href(path(customer)))
        .put("_links.paymentInstruments", href(path(customer) + "/payment-instruments"))
        .put("_links.shippingAddress", href(path(customer) + "/shipping-addresses"))
        .put("id", customer.id())
        .put("metadata.creator", customer.merchant());
    var standard = customer.defaultInstrument();
    if (standard != null) {
      tree.put("defaultPaymentInstrument.id", standard);
      vault
          .instrument(customer.merchant(), standard)
          .ifPresent(found -> tree.put("_embedded.defaultPaymentInstrument", view(vault, found)));
    }
    return tree;
  }

  static JsonTree view(Vault vault, PaymentInstrument instrument) {
    var owner = instrument.customer();
    var tree =
        new JsonTree()
            .put("_links.self", href(path(instrument)))
            .put("_links.customer", owner == null ? null : href("/tms/v2/customers/" + owner))
            .put("id", instrument.id())
            .put("object", "paymentInstrument")
            .put("default", owner == null ? null : isDefault(vault, instrument))
            .put("state", "ACTIVE")
            .put("card.expirationMonth", instrument.month())
            .put("card.expirationYear", instrument.year())
            .put("card.type", owner == null ? storedName(instrument.type()) : instrument.type())
            .put("billTo", instrument.billTo().isObject() ? instrument.billTo() : null)
            .put("instrumentIdentifier.id", instrument.identifier())
            .put("metadata.creator", instrument.merchant());
    vault
        .identifier(instrument.merchant(), instrument.identifier())
        .ifPresent(found -> tree.put("_embedded.instrumentIdentifier", view(found)));
    return tree;
  }

  static boolean isDefault(Vault vault, PaymentInstrument instrument) {
    var owner = instrument.customer();
    return owner != null
        && vault
            .customer(instrument.merchant(), owner)
            .map(Customer::defaultInstrument)
            .filter(instrument.id()::equals)
            .isPresent();
  }

  private static String storedName(String code) {
    return CardNetwork.byCode(code).map(CardNetwork::storedName).orElse(code);
  }

  static JsonTree view(InstrumentIdentifier identifier) {
    return new JsonTree()
        .put("_links.self", href(path(identifier)))
        .put("_links.paymentInstruments", href(path(identifier) + "/paymentinstruments"))
        .put("id", identifier.id())
        .put("object", "instrumentIdentifier")
        .put("state", "ACTIVE")
        .put("card.number", identifier.number().masked())
        .put(
            INITIATOR + "merchantInitiatedTransaction.previousTransactionId",
            identifier.previousTransactionId())
        .put(
            INITIATOR + "merchantInitiatedTransaction.originalAuthorizedAmount",
            identifier.originalAmount())
        .put("metadata.creator", identifier.merchant());
  }

  /// One resource, with its version as the ETag.
  static Reply single(int status, JsonTree view, int version) {
    return JsonReply.plain(status, view)
        .with("ETag", "\"" + version + "\"")
        .with("uniqueTransactionID", UUID.randomUUID().toString());
  }

  /// A page of instruments: `offset` from 0, `limit` 20 and at most 100.
  static Reply page(
      Call call,
      String path,
      List<PaymentInstrument> all,
      Function<PaymentInstrument, JsonTree> view) {
    var offset = number(call, "offset", 0, Integer.MAX_VALUE);
    var limit = number(call, "limit", 20, 100);
    var shown = all.stream().skip(offset).limit(limit).toList();
    var tree = new JsonTree();
    link(tree, "self", path, offset, limit);
    link(tree, "first", path, 0, limit);
    link(tree, "last", path, Math.max(0, all.size() - 1) / limit * limit, limit);
    if (offset > 0) {
      link(tree, "prev", path, Math.max(0, offset - limit), limit);
    }
    if (offset + limit < all.size()) {
      link(tree, "next", path, offset + limit, limit);
    }
    tree.put("offset", offset)
        .put("limit", limit)
        .put("count", shown.size())
        .put("total", all.size());
    if (!shown.isEmpty()) {
      List<ObjectNode> views = shown.stream().map(view).map(JsonTree::node).toList();
      tree.put("_embedded.paymentInstruments", views);
    }
    return JsonReply.plain(200, tree);
  }

  private static void link(JsonTree tree, String name, String path, int offset, int limit) {
    tree.put("_links." + name, href(path + "?offset=" + offset + "&limit=" + limit));
  }

  private static int number(Call call, String name, int usual, int most) {
    var text = call.asked(name).orElse(Integer.toString(usual));
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
      throw TokenErrors.invalid("query", name);
    }
    return name.equals("limit") ? Math.max(1, Integer.parseInt(text)) : Integer.parseInt(text);
  }
}
