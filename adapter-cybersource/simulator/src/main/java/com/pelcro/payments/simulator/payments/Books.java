package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Ledger;
import com.pelcro.payments.simulator.References;
import com.pelcro.payments.simulator.Settings;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What every endpoint that moves money does the same way: read references and amounts, find
/// originals, note times.
public final class Books {

  private static final String CODE = "clientReferenceInformation.code";
  private static final String TRANSACTION_ID = "clientReferenceInformation.transactionId";
  private static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(15);

  private final Ledger ledger;
  private final Settings settings;
  private final InstantSource clock;
  private final Rejections rejections;

  /// Works on this ledger, by these switches and this clock.
  public Books(Ledger ledger, Settings settings, InstantSource clock) {
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
    this.rejections = new Rejections(clock);
  }

  Ledger ledger() {
    return ledger;
  }

  Settings.Switches switches() {
    return settings.now();
  }

  Rejections rejections() {
    return rejections;
  }

  Instant now() {
    return clock.instant();
  }

  /// When searches begin to see what this call creates.
  Instant visible(Call call) {
    return now()
        .plusMillis(Math.max(call.orders().searchLagMillis(), switches().searchLagMillis()));
  }

  /// The references of a new request, refused when they are too long or were used before.
  References references(Call call) {
    var references = named(call);
    refuseLong(references.code(), 50, CODE);
    refuseLong(references.transactionId(), 30, TRANSACTION_ID);
    if (usedBefore(references) || repeatsCode(references)) {
      throw rejections.because("DUPLICATE_REQUEST");
    }
    return references;
  }

  private static References named(Call call) {
    var body = call.body();
    return new References(
        call.merchant(), body.text(CODE).orElse(null), body.text(TRANSACTION_ID).orElse(null));
  }

  /// The references of a request that undoes another one: its own code, the other one's transaction
  /// id.
  References undoing(Call call) {
    require(call.body(), CODE, TRANSACTION_ID);
    return new References(call.merchant(), call.body().text(CODE).orElseThrow(), null);
  }

  private void refuseLong(@Nullable String text, int limit, String field) {
    if (text != null && text.length() > limit) {
      throw rejections.invalid(field);
    }
  }

  private boolean usedBefore(References references) {
    var id = references.transactionId();
    return id != null && !ledger.byTransactionId(references.merchant(), id).isEmpty();
  }

  private boolean repeatsCode(References references) {
    var since = now().minus(DUPLICATE_WINDOW);
    var code = references.code();
    return switches().duplicateCodeCheck()
        && code != null
        && ledger.byCode(references.merchant(), code).stream()
            .anyMatch(earlier -> earlier.isPayment() && earlier.at().isAfter(since));
  }

  /// Refuses a body in which any of these fields is missing, naming all that are.
  void require(Body body, String... fields) {
    var missing =
        Stream.of(fields).filter(field -> !body.has(field) || blank(body, field)).toList();
    if (!missing.isEmpty()) {
      throw rejections.missing(missing);
    }
  }

  private static boolean blank(Body body, String field) {
    return body.at(field).isTextual() && body.text(field).isEmpty();
  }

  /// The amount below a field such as `orderInformation`, which has to be one.
  Amount amount(Call call, String parent) {
    var total = parent + ".amountDetails.totalAmount";
    var currency = parent + ".amountDetails.currency";
    require(call.body(), total, currency);
    var code = call.body().text(currency).filter(Amount::isCurrency);
    if (code.isEmpty()) {
      throw rejections.invalid(currency);
    }
    return call.body()
        .text(total)
        .flatMap(text -> Amount.parse(text, code.get()))
        .orElseThrow(() -> rejections.invalid(total));
  }

  /// The same, of the original's currency and more than nothing.
  Amount amount(Call call, String parent, Transaction original) {
    var amount = amount(call, parent);
    if (!amount.currency().equals(original.amount().currency())) {
      throw rejections.invalid(parent + ".amountDetails.currency");
    }
    if (amount.minorUnits() == 0) {
      throw rejections.because("INVALID_AMOUNT");
    }
    return amount;
  }

  /// The request that the path names.
  Transaction original(Call call) {
    return ledger
        .find(call.merchant(), call.parameter("id"))
        .orElseThrow(() -> rejections.invalid("id"));
  }

  /// The requests sent under the transaction id of an undoing call.
  List<Transaction> undone(Call call) {
    var id = call.body().text(TRANSACTION_ID).orElseThrow();
    var found = ledger.byTransactionId(call.merchant(), id);
    if (found.stream().anyMatch(one -> one.at().plusSeconds(60).isAfter(now()))) {
      call.warnings().add("undone by transactionId less than 60 seconds after it was sent");
    }
    return found;
  }
}
