package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.card.CardNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the card networks remember of the payments that issuers approved. Who charges a stored card
/// without its owner has to name one of them. Guarded by the simulator's one lock.
final class Series {

  /// A payment that another can name.
  ///
  /// @param byMerchant whether no customer took part: such a payment begins no series
  record Approved(String merchant, CardNumber number, Amount amount, boolean byMerchant) {}

  private final Map<String, Approved> byNetworkId = new HashMap<>();
  private final Set<String> followed = new HashSet<>();

  /// Remembers an approval, and that the payment it names is not the last of its series any more. A
  /// hold that will be given free again follows nothing.
  void add(Transaction payment, CardNumber number, Optional<String> previous) {
    var byMerchant = "merchant".equals(payment.source().initiator());
    var id = payment.outcome().networkTransactionId();
    if (id != null) {
      var amount = payment.amount();
      byNetworkId.put(id, new Approved(payment.merchant(), number, amount, byMerchant));
    }
    if (payment.status().equals("AUTHORIZED")) {
      previous.ifPresent(followed::add);
    }
  }

  /// The merchant's payment with this card that the network knows by this id.
  Optional<Approved> find(String merchant, CardNumber number, String id) {
    return Optional.ofNullable(byNetworkId.get(id))
        .filter(found -> found.merchant().equals(merchant) && found.number().equals(number));
  }

  /// Whether nothing was charged in continuation of this payment.
  boolean isLast(String id) {
    return !followed.contains(id);
  }

  void clear() {
    byNetworkId.clear();
    followed.clear();
  }
}
