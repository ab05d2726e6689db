package com.pelcro.payments.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all scenarios that struck one request ask for together.
///
/// @param verdict the first one asked for
/// @param breakage the first one asked for
/// @param delayMillis all delays together
/// @param searchLagMillis the longest lag
/// @param scenarios the ids of those that struck
public record Orders(
    Effect.@Nullable Verdict verdict,
    Effect.@Nullable Breakage breakage,
    long delayMillis,
    long searchLagMillis,
    List<String> scenarios) {

  /// Nothing special.
  public static final Orders NONE = new Orders(null, null, 0, 0, List.of());

  Orders and(String scenario, Effect effect) {
    var ids = new ArrayList<>(scenarios);
    ids.add(scenario);
    return switch (effect) {
      case Effect.Verdict asked ->
          new Orders(
              verdict == null ? asked : verdict, breakage, delayMillis, searchLagMillis, ids);
      case Effect.Breakage asked ->
          new Orders(
              verdict, breakage == null ? asked : breakage, delayMillis, searchLagMillis, ids);
      case Effect.Delay(long millis) ->
          new Orders(verdict, breakage, delayMillis + millis, searchLagMillis, ids);
      case Effect.SearchLag(long millis) ->
          new Orders(verdict, breakage, delayMillis, Math.max(searchLagMillis, millis), ids);
    };
  }
}
