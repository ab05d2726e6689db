package com.pelcro.payments.simulator.scenario;

import org.jspecify.annotations.Nullable;

/// A rule: requests like these fare like this.
///
/// @param times how often it strikes before it is spent; null for ever
/// @param probability of striking when it matches, 0 to 1
/// @param seed of the dice, so that a run can be repeated; null for a seed of its own
public record Scenario(
    Match match, Effect effect, @Nullable Long times, double probability, @Nullable Long seed) {}
