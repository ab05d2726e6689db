package com.pelcro.payments.simulator.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.simulator.card.CardNumber;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The stored cards, each merchant's apart. Guarded by the simulator's one lock.
public final class Vault {

  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Map<String, PaymentInstrument> instruments = new LinkedHashMap<>();
  private final Map<String, InstrumentIdentifier> identifiers = new LinkedHashMap<>();
  private final Map<String, String> identifierByNumber = new LinkedHashMap<>();
  private final Set<String> deleted = new HashSet<>();

  /// Whether this id was once something and is deleted.
  public boolean isDeleted(String id) {
    return deleted.contains(id);
  }

  /// A new customer; two calls make two.
  public Customer addCustomer(String merchant, ObjectNode details) {
    return keep(new Customer(newId(), merchant, details, null, 0));
  }

  /// The merchant's customer.
  public Optional<Customer> customer(String merchant, String id) {
    return Optional.ofNullable(customers.get(id))
        .filter(found -> found.merchant().equals(merchant));
  }

  Customer keep(Customer customer) {
    customers.put(customer.id(), customer);
    return customer;
  }

  /// Makes an instrument its customer's default.
  public void makeDefault(Customer customer, String instrument) {
    keep(customer.defaulting(instrument));
  }

  /// Deletes a customer with everything that hangs on it alone.
  public void delete(Customer customer) {
    instrumentsOf(customer).forEach(this::delete);
    customers.remove(customer.id());
    deleted.add(customer.id());
  }

  /// A new instrument. The first of a customer becomes the default.
  public PaymentInstrument addInstrument(
      InstrumentIdentifier identifier,
      @Nullable Customer customer,
      String month,
      String year,
      String type,
      JsonNode billTo) {
    var owner = customer == null ? null : customer.id();
    var added =
        new PaymentInstrument(
            newId(), identifier.merchant(), owner, month, year, type, billTo, identifier.id(), 0);
    keep(added);
    if (customer != null && customer.defaultInstrument() == null) {
      makeDefault(customer, added.id());
    }
    return added;
  }

  /// The merchant's instrument, of a customer or alone.
  public Optional<PaymentInstrument> instrument(String merchant, String id) {
    return Optional.ofNullable(instruments.get(id))
        .filter(found -> found.merchant().equals(merchant));
  }

  /// The instruments of a customer, oldest first.
  public List<PaymentInstrument> instrumentsOf(Customer customer) {
    return instruments.values().stream()
        .filter(instrument -> customer.id().equals(instrument.customer()))
        .toList();
  }

  /// The instruments that use a number, oldest first.
  public List<PaymentInstrument> instrumentsOf(InstrumentIdentifier identifier) {
    return instruments.values().stream()
        .filter(instrument -> identifier.id().equals(instrument.identifier()))
        .toList();
  }

  PaymentInstrument keep(PaymentInstrument instrument) {
    instruments.put(instrument.id(), instrument);
    return instrument;
  }

  /// Deletes an instrument, and the number behind it when nothing else uses it.
  public void delete(PaymentInstrument instrument) {
    instruments.remove(instrument.id());
    deleted.add(instrument.id());
    identifier(instrument.merchant(), instrument.identifier())
        .filter(identifier -> instrumentsOf(identifier).isEmpty())
        .ifPresent(this::delete);
    Optional.ofNullable(instrument.customer())
        .flatMap(id -> customer(instrument.merchant(), id))
        .filter(customer -> Objects.equals(customer.defaultInstrument(), instrument.id()))
        .ifPresent(customer -> keep(customer.defaulting(null)));
  }

  /// The identifier of a number, if the merchant's vault has it.
  public Optional<InstrumentIdentifier> identifierOf(String merchant, CardNumber number) {
    return Optional.ofNullable(identifierByNumber.get(merchant + ":" + number.digits()))
        .map(identifiers::get);
  }

  /// The identifier of a number: the same id for the same number.
  public InstrumentIdentifier identify(String merchant, CardNumber number) {
    return identifierOf(merchant, number).orElseGet(() -> addIdentifier(merchant, number));
  }

  private InstrumentIdentifier addIdentifier(String merchant, CardNumber number) {
    var middle = "%013d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000_000L));
    var added =
        new InstrumentIdentifier("70" + middle + number.last4(), merchant, number, null, null, 0);
    identifierByNumber.put(merchant + ":" + number.digits(), added.id());
    return keep(added);
  }

  /// The merchant's identifier.
  public Optional<InstrumentIdentifier> identifier(String merchant, String id) {
    return Optional.ofNullable(identifiers.get(id))
        .filter(found -> found.merchant().equals(merchant));
  }

  InstrumentIdentifier keep(InstrumentIdentifier identifier) {
    identifiers.put(identifier.id(), identifier);
    return identifier;
  }

  /// Records what a later merchant-initiated payment on this number has to quote. Null keeps what
  /// is there.
  public void recordLineage(
      String merchant, String id, String networkTransactionId, @Nullable String amount) {
    identifier(merchant, id)
        .ifPresent(
            found -> {
              var original = found.originalAmount() == null ? amount : found.originalAmount();
              keep(found.descending(networkTransactionId, original));
            });
  }

  /// Deletes a number.
  public void delete(InstrumentIdentifier identifier) {
    identifiers.remove(identifier.id());
    identifierByNumber.remove(identifier.merchant() + ":" + identifier.number().digits());
    deleted.add(identifier.id());
  }

  /// Forgets everything, deletions too.
  public void clear() {
    customers.clear();
    instruments.clear();
    identifiers.clear();
    identifierByNumber.clear();
    deleted.clear();
  }

  private static String newId() {
    var random = ThreadLocalRandom.current();
    return "%016X%016X".formatted(random.nextLong(), random.nextLong());
  }
}
