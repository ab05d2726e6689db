package com.pelcro.payments.simulator.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The scenarios in force, oldest first. Every one that matches strikes.
public final class Scenarios {

  /// A scenario in force, with its own dice and a count of its strikes.
  public static final class Active {

    private final Scenario rule;
    private final Random dice;
    private long strikes;

    private Active(Scenario rule) {
      this.rule = rule;
      this.dice = rule.seed() == null ? new Random() : new Random(rule.seed());
    }

    /// What it says.
    public Scenario rule() {
      return rule;
    }

    /// How often it struck.
    public long strikes() {
      return strikes;
    }

    private boolean strikes(Facts facts) {
      var spent = rule.times() != null && strikes >= rule.times();
      if (spent || !rule.match().covers(facts) || dice.nextDouble() >= rule.probability()) {
        return false;
      }
      strikes++;
      return true;
    }
  }

  private final Map<String, Active> active = new LinkedHashMap<>();
  private long last;

  /// Puts a scenario in force and says its id.
  public String add(Scenario rule) {
    var id = "scn_" + ++last;
    active.put(id, new Active(rule));
    return id;
  }

  /// All in force, by id.
  public Map<String, Active> all() {
    return active;
  }

  /// One of them, spent or not.
  public Optional<Active> find(String id) {
    return Optional.ofNullable(active.get(id));
  }

  /// Takes one back; whether it was there.
  public boolean remove(String id) {
    return active.remove(id) != null;
  }

  /// Takes all back.
  public void clear() {
    active.clear();
  }

  /// What the scenarios in force want to come of this request.
  public Orders strike(Facts facts) {
    var orders = Orders.NONE;
    for (var entry : active.entrySet()) {
      if (entry.getValue().strikes(facts)) {
        orders = orders.and(entry.getKey(), entry.getValue().rule().effect());
      }
    }
    return orders;
  }
}
