package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.Flow;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.gateway.GatewayProfile.Setting;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.ReviewVerdict;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Standing;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.gateway.memory.CardFile.Filed;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A whole gateway in memory: approves what no script speaks of, remembers everything, and tells
/// what it believes. Takes all credentials but those that were revoked. Safe for many threads.
public final class InMemoryGateway {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{4,200}");

  private final GatewayId id;
  private final Wire wire;
  private final Books books;
  private final Script script = new Script();
  private final CardFile cards = new CardFile();
  private final MemoryPayments payments;
  private final MemoryCapture capture;

  /// A gateway that goes by this name, with the settings the API's own example has.
  public InMemoryGateway(GatewayId id, InstantSource clock) {
    this.id = id;
    wire = new Wire(clock);
    books = new Books(clock);
    payments = new MemoryPayments(books, script, cards);
    capture = new MemoryCapture(wire, clock);
  }

  public GatewayAdapter adapter() {
    return new GatewayAdapter(
        profile(id),
        new MemoryGateway(wire, books, payments, new MemoryFollowUps(books, script)),
        new MemoryVault(wire, books, script, cards),
        capture,
        new MemoryBooks(wire, books));
  }

  /// Says what comes of the next payment, follow-up or card that arrives.
  public void next(Outcome outcome) {
    wire.quietly(
        () -> {
          script.next(outcome);
          return outcome;
        });
  }

  /// Says what befalls the next request of any kind.
  public void next(Trouble trouble) {
    wire.next(trouble);
  }

  public void refuseNextConnection() {
    wire.next(Trouble.CONNECTION_REFUSED);
  }

  public void loseNextRequest() {
    wire.next(Trouble.REQUEST_LOST);
  }

  public void loseNextReply() {
    wire.next(Trouble.REPLY_LOST);
  }

  public void delayNextRequest() {
    wire.next(Trouble.ARRIVES_LATE);
  }

  public void deliverLate() {
    wire.deliverLate();
  }

  /// Only the late request that was sent first arrives.
  public void deliverFirstLate() {
    wire.deliverFirstLate();
  }

  public void decide(References references, ReviewVerdict verdict) {
    var _ =
        wire.quietly(
            () -> {
              payments.decide(references, verdict);
              return verdict;
            });
  }

  public void settleDay() {
    tell(books::settleDay);
  }

  /// Forgets what it calls by this id, as if it had never been asked.
  public void forget(String transactionId) {
    tell(() -> books.forget(transactionId));
  }

  public void stopIndex() {
    tell(books::stopIndex);
  }

  public void catchUpIndex() {
    tell(books::catchUpIndex);
  }

  /// Accepts these credentials no longer.
  public void revoke(Credentials credentials) {
    wire.revoke(credentials);
  }

  /// Runs before each request, on the caller's thread and without any lock: the place to assert
  /// what must hold there, or to wait.
  public void beforeEachCall(Runnable check) {
    wire.beforeEachCall(check);
  }

  /// What the hosted fields hand back for a card that is typed into them.
  public SharedSecret type(CardSession session, SampleCard card) {
    return type(session, card, SampleCard.EXPIRY);
  }

  public SharedSecret type(CardSession session, SampleCard card, CardExpiry expiry) {
    return capture.type(session, card, expiry);
  }

  public Ledger ledger() {
    return wire.quietly(books::ledger);
  }

  public Optional<Standing> standing(References payment) {
    return wire.quietly(() -> books.payment(payment).map(Payment::standing));
  }

  /// How many cards the vault holds.
  public int storedCards() {
    return wire.quietly(() -> cards.all().size());
  }

  /// The expiry of every card the vault holds, oldest first.
  public List<CardExpiry> storedExpiries() {
    return wire.quietly(() -> cards.all().stream().map(Filed::expiry).toList());
  }

  private void tell(Runnable change) {
    var _ =
        wire.quietly(
            () -> {
              change.run();
              return id;
            });
  }

  private static GatewayProfile profile(GatewayId id) {
    return new GatewayProfile(
        id,
        "Memory",
        List.of(Environment.SANDBOX, Environment.LIVE),
        List.of(
            setting("merchant_id", "Merchant ID", NAME, false),
            setting("key_id", "Key ID", NAME, false),
            setting("secret_key", "Secret Key", SECRET, true)),
        Stream.of("USD", "CAD", "EUR").map(Currency::getInstance).toList(),
        List.of(CardNetwork.VISA, CardNetwork.MASTERCARD, CardNetwork.AMEX),
        Set.of(
            Flow.ONE_TIME_CHARGE,
            Flow.REFUND,
            Flow.SAVED_PAYMENT_METHODS,
            Flow.SUBSCRIPTION_CREATION,
            Flow.SUBSCRIPTION_RENEWAL));
  }

  private static Setting setting(String name, String label, Pattern shape, boolean secret) {
    return new Setting(
        name, label, "Your " + label, secret, true, shape, label + " has another shape");
  }
}
