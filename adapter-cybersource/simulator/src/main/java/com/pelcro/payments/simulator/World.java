package com.pelcro.payments.simulator;

import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.http.Merchants;
import com.pelcro.payments.simulator.http.RequestLog;
import com.pelcro.payments.simulator.microform.Sessions;
import com.pelcro.payments.simulator.microform.SigningKeys;
import com.pelcro.payments.simulator.microform.TransientTokens;
import com.pelcro.payments.simulator.scenario.Scenarios;
import com.pelcro.payments.simulator.tokens.Vault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Everything one simulator knows.
final class World {

  final InstantSource clock;
  final Merchants merchants = new Merchants();
  final Scenarios scenarios = new Scenarios();
  final RequestLog log = new RequestLog();
  final Settings settings = new Settings();
  final Ledger ledger = new Ledger();
  final Vault vault = new Vault();
  final CapturedCards captured = new CapturedCards();
  final Sessions sessions = new Sessions();
  final SigningKeys keys = new SigningKeys();
  final TransientTokens tokens;
  private final List<Runnable> forgetting = new ArrayList<>();

  World(InstantSource clock) {
    this.clock = clock;
    this.tokens = new TransientTokens(sessions, captured, keys, clock);
  }

  /// Something an endpoint keeps, to be forgotten with the rest.
  void alsoForget(Runnable memory) {
    forgetting.add(memory);
  }

  /// Forgets everything but the merchants' keys: a service that signs with them goes on unharmed.
  void forget() {
    scenarios.clear();
    log.clear();
    settings.turn(Settings.Switches.STANDARD);
    ledger.clear();
    vault.clear();
    captured.clear();
    sessions.clear();
    forgetting.forEach(Runnable::run);
  }
}
