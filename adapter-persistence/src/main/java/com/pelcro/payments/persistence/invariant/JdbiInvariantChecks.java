package com.pelcro.payments.persistence.invariant;

import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.InvariantCheck;
import com.pelcro.payments.application.invariant.InvariantChecks;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The table `invariant_checks`.
public final class JdbiInvariantChecks implements InvariantChecks {

  private final Database database;

  @Inject
  public JdbiInvariantChecks(Database database) {
    this.database = database;
  }

  /// A check that began earlier and came later changes nothing.
  private static final String PUT =
      """
      INSERT INTO invariant_checks AS known (invariant, violations, checked_at)
      VALUES (:invariant, :violations, :at)
      ON CONFLICT (invariant) DO UPDATE
        SET violations = excluded.violations, checked_at = excluded.checked_at
        WHERE known.checked_at <= excluded.checked_at
      """;

  @Override
  public void put(InvariantCheck check) {
    for (var invariant : Invariant.values()) {
      var binds =
          Binds.none()
              .with("invariant", invariant)
              .with("violations", check.count(invariant))
              .with("at", check.at());
      var _ = database.change(PUT, binds);
    }
  }

  private record Count(String invariant, long violations) {}

  @Override
  public Map<Invariant, Long> counts() {
    var counts = new EnumMap<Invariant, Long>(Invariant.class);
    database
        .list(
            "SELECT invariant, violations FROM invariant_checks",
            Binds.none(),
            columns -> new Count(columns.text("invariant"), columns.count("violations")))
        .forEach(
            count ->
                Arrays.stream(Invariant.values())
                    .filter(invariant -> invariant.code().equals(count.invariant()))
                    .forEach(invariant -> counts.put(invariant, count.violations())));
    return counts;
  }
}
