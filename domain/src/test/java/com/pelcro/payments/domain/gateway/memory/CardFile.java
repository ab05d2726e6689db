package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.SharedSecret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The cards the vault holds, and the tokens from the browser that were used up.
final class CardFile {

  /// A card as the vault holds it.
  record Filed(GatewayToken token, CardSummary card, CardExpiry expiry, BillingDetails billing) {}

  private final Map<String, Filed> byInstrument = new LinkedHashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Set<String> customers = new HashSet<>();
  private final Set<SharedSecret> spent = new HashSet<>();
  private int last;

  boolean isGood(PaymentSource source) {
    return switch (source) {
      case PaymentSource.Stored(var token, _) -> byInstrument.containsKey(token.instrument());
      case PaymentSource.Once(var card) -> isFresh(card);
      case PaymentSource.ToKeep(var card, _) -> isFresh(card);
    };
  }

  boolean isFresh(FreshCard card) {
    return !spent.contains(card.token());
  }

  void spend(FreshCard card) {
    spent.add(card.token());
  }

  void spend(PaymentSource source) {
    switch (source) {
      case PaymentSource.Stored _ -> {}
      case PaymentSource.Once(var card) -> spend(card);
      case PaymentSource.ToKeep(var card, _) -> spend(card);
    }
  }

  /// Stores a card under a new instrument, the first of its owner's as the default.
  VaultedCard store(FreshCard fresh, CardOwner owner) {
    spend(fresh);
    var customer = customer(owner);
    var number = fresh.card().network() + "-" + fresh.card().last4();
    var token = new GatewayToken(customer, "instrument-" + ++last, "number-" + number);
    byInstrument.put(
        token.instrument(), new Filed(token, fresh.card(), fresh.card().expiry(), fresh.billing()));
    defaults.putIfAbsent(customer, token.instrument());
    return new VaultedCard(token, "fingerprint-" + number);
  }

  private String customer(CardOwner owner) {
    var known =
        Optional.ofNullable(owner.known()).map(VaultCustomer::token).filter(customers::contains);
    var customer = known.orElseGet(() -> "vault-customer-" + ++last);
    customers.add(customer);
    return customer;
  }

  Optional<Filed> find(GatewayToken token) {
    return Optional.ofNullable(byInstrument.get(token.instrument()));
  }

  void change(Filed filed, CardExpiry expiry, BillingDetails billing) {
    byInstrument.put(
        filed.token().instrument(), new Filed(filed.token(), filed.card(), expiry, billing));
  }

  void makeDefault(Filed filed) {
    defaults.put(owner(filed), filed.token().instrument());
  }

  /// The default cannot go while its customer has another card.
  boolean isTiedDown(Filed filed) {
    return filed.token().instrument().equals(defaults.get(owner(filed)))
        && of(owner(filed)).size() > 1;
  }

  void remove(Filed filed) {
    byInstrument.remove(filed.token().instrument());
    defaults.remove(owner(filed), filed.token().instrument());
  }

  boolean removeCustomer(VaultCustomer customer) {
    of(customer.token()).forEach(this::remove);
    return customers.remove(customer.token());
  }

  List<Filed> all() {
    return List.copyOf(byInstrument.values());
  }

  private List<Filed> of(String customer) {
    return byInstrument.values().stream().filter(filed -> owner(filed).equals(customer)).toList();
  }

  private static String owner(Filed filed) {
    return String.valueOf(filed.token().customer());
  }
}
