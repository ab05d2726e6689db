package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.bootstrap.journey.Answer;
import com.pelcro.payments.domain.operation.OperationKind;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody who buys, changes his mind, and repeats every request under its key until it is
/// answered.
final class Shopper implements Runnable {

  private static final List<OperationKind> KINDS = List.of(OperationKind.values());
  private static final Logger LOG = LoggerFactory.getLogger(Shopper.class);

  private final Arena arena;
  private final Random random;
  private final Supplier<OperationKind> fashion;
  private final Runnable visited;
  private String customer = "";
  private String card = "";

  Shopper(Arena arena, long seed, Supplier<OperationKind> fashion, Runnable visited) {
    this.visited = visited;
    this.arena = arena;
    this.random = new Random(seed);
    this.fashion = fashion;
  }

  @Override
  public void run() {
    try {
      shop();
    } catch (RuntimeException e) {
      LOG.error("a shopper gave up", e);
      throw e;
    }
  }

  private void shop() {
    customer = Arena.ok(post("/customers", Map.of("name", "Ana"))).id();
    while (card.isEmpty()) {
      saveCard();
    }
    while (!arena.gate.isClosingTime()) {
      visit(random.nextInt(3) == 0 ? fashion.get() : any());
      visited.run();
    }
  }

  private OperationKind any() {
    return KINDS.get(random.nextInt(KINDS.size()));
  }

  private void visit(OperationKind what) {
    switch (what) {
      case CHARGE -> buy(true);
      case CAPTURE -> captureLater();
      case VOID -> undo(buy(true));
      case RELEASE -> undo(buy(false));
      case REFUND -> giveBack(buy(true));
      case SAVE_CARD -> saveCard();
    }
  }

  private String buy(boolean capture) {
    var amount = 100 + random.nextInt(5000);
    var asked =
        Map.of("customer", customer, "payment_method", card, "amount", amount, "capture", capture);
    var made = post("/charges", asked);
    return made.status() < 300 ? "/charges/" + made.id() : "";
  }

  private void captureLater() {
    var charge = buy(false);
    if (settled(charge).equals("authorized")) {
      var _ = post(charge + "/capture", Map.of());
    }
  }

  private void undo(String charge) {
    var status = settled(charge);
    if (status.equals("authorized") || status.equals("captured")) {
      var _ = post(charge + "/void", Map.of());
    }
  }

  /// In parts, or all at once; more than there is, now and then.
  private void giveBack(String charge) {
    if (!settled(charge).equals("captured")) {
      return;
    }
    if (random.nextBoolean()) {
      var _ = post(charge + "/refunds", Map.of());
    } else {
      for (var part = 0; part < 3; part++) {
        var _ = post(charge + "/refunds", Map.of("amount", 50 + random.nextInt(2500)));
      }
    }
  }

  private void saveCard() {
    var number = random.nextBoolean() ? "4111111111111111" : "5555555555554444";
    var session = Arena.ok(post("/card-sessions", Map.of()));
    var typed = TypedCard.of(number).in(session, arena);
    var saved = post("/customers/" + customer + "/payment-methods", typed);
    if (saved.status() == 201 && saved.text("/status").equals("active")) {
      card = saved.id();
    }
  }

  /// How a charge stands once nothing of it is open.
  private String settled(String charge) {
    if (charge.isEmpty()) {
      return "";
    }
    while (true) {
      var now = get(charge);
      var open =
          !now.text("/pending_operation").equals("null")
              && !now.text("/pending_operation").isEmpty();
      if (!open && !now.text("/status").equals("pending")) {
        return now.text("/status");
      }
      arena.gate.rest();
    }
  }

  private Answer get(String path) {
    return answered(() -> arena.front().get(arena.path(path)));
  }

  private Answer post(String path, Map<String, ?> body) {
    var key = UUID.randomUUID().toString();
    return answered(() -> arena.front().post(arena.path(path), body, key));
  }

  /// An answer that says something about the request: neither the service nor its database is away.
  private Answer answered(Supplier<Answer> call) {
    while (true) {
      arena.gate.pass();
      try {
        var answer = call.get();
        if (answer.status() < 500 && answer.status() != 429) {
          return answer;
        }
      } catch (UncheckedIOException _) {
        // It was killed; the same request goes to its next life.
      }
      arena.gate.rest();
    }
  }
}
