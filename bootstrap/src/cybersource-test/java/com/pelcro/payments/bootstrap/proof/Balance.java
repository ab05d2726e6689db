package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares, at the end, what the gateway believes with what we do: to the cent, charge by charge.
final class Balance {

  private static final Duration RECOVERY = Duration.ofMinutes(4);

  /// What was compared, for the record.
  record Counts(long charges, long operations, Map<String, Long> proofs, long captured) {}

  private final Arena arena;

  Balance(Arena arena) {
    this.arena = arena;
  }

  /// Waits until nothing has to be looked at any more, and compares.
  Counts check() throws SQLException {
    await()
        .atMost(RECOVERY)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(unfinished()).isEmpty());
    var broken =
        Arena.ok(arena.caller.post("/v1/invariant-checks", Map.of())).body().path("violations");
    assertThat(broken).as(() -> shownBroken(broken)).isEmpty();
    var counts =
        new Counts(charges(), counted("SELECT count(*) FROM operations"), proofs(), agreed());
    assertReconciled();
    return counts;
  }

  /// What the service itself makes of the gateway's books: nothing differs any more.
  private void assertReconciled() {
    var now = Instant.now();
    var period = Map.of("from", now.minus(Duration.ofHours(2)).toString(), "to", now.toString());
    var compared = Arena.ok(arena.caller.post("/v1/reconciliations", period));
    assertThat(compared.text("/status")).as("%s", compared.body()).isEqualTo("complete");
    var open = arena.caller.get("/v1/differences?status=open&limit=100").body();
    assertThat(compared.number("/differences")).as("%s", shown(open)).isZero();
  }

  /// The violations, each with what is known of its charge.
  private String shownBroken(JsonNode violations) {
    var told = new StringBuilder();
    for (var violation : violations) {
      told.append(violation).append(shown(violation.path("object").asText()));
    }
    return told.toString();
  }

  private String shown(String charge) {
    return "\n"
        + arena.caller.get(arena.path("/charges/" + charge)).body()
        + arena.caller.get(arena.path("/charges/" + charge + "/refunds")).body()
        + arena.caller.get(arena.path("/charges/" + charge + "/timeline")).body();
  }

  /// The differences, each with the timeline of its charge.
  private String shown(JsonNode differences) {
    var told = new StringBuilder();
    for (var difference : differences.path("data")) {
      told.append(difference).append(shown(difference.at("/operation/subject").asText()));
    }
    return told.toString();
  }

  private List<String> unfinished() throws SQLException {
    return texts(
        """
        SELECT kind || ' ' || operation_id || ' ' || coalesce(proof, 'open') FROM operations
        WHERE look_at IS NOT NULL
        UNION ALL
        SELECT state || ' ' || charge_id FROM charges
        WHERE needs_attention OR state IN ('pending', 'capturing', 'voiding', 'releasing')
        UNION ALL
        SELECT state || ' ' || refund_id FROM refunds WHERE state = 'pending'
        UNION ALL
        SELECT state || ' ' || payment_method_id FROM payment_methods WHERE state = 'verifying'
        """);
  }

  /// Every movement is of an operation of ours, no operation moved money twice, and no hold stays
  /// that we do not count on.
  private long agreed() throws SQLException {
    var chargeOf =
        pairs(
            """
            SELECT o.code, coalesce(o.charge_id, r.charge_id) FROM operations o
            LEFT JOIN refunds r ON r.site_id = o.site_id AND r.refund_id = o.refund_id
            WHERE o.kind <> 'save_card'
            """);
    var moved = new TreeMap<String, Long>();
    var held = new TreeMap<String, Long>();
    var movements = new HashMap<String, Integer>();
    var ledger = arena.ledger();
    for (var movement : ledger.path("data")) {
      var code = movement.path("code").asText();
      if (net(movement) != 0) {
        assertThat(chargeOf).as("%s", movement).containsKey(code);
        assertThat(movements.merge(code, 1, Integer::sum)).as("movements of %s", code).isEqualTo(1);
        moved.merge(chargeOf.get(code), net(movement), Long::sum);
      }
      if (movement.path("held").asLong() != 0) {
        held.merge(chargeOf.getOrDefault(code, code), movement.path("held").asLong(), Long::sum);
      }
    }
    moved.values().removeIf(net -> net == 0);
    assertSame(moved, taken(), chargeOf, ledger);
    assertSame(held, held(), chargeOf, ledger);
    return moved.values().stream().mapToLong(Long::longValue).sum();
  }

  private void assertSame(
      Map<String, Long> there,
      Map<String, Long> here,
      Map<String, String> chargeOf,
      JsonNode ledger) {
    assertThat(there).as(() -> disagreements(there, here, chargeOf, ledger)).isEqualTo(here);
  }

  /// The charges on which the two books differ, each with its timeline and the gateway's movements.
  private String disagreements(
      Map<String, Long> there,
      Map<String, Long> here,
      Map<String, String> chargeOf,
      JsonNode ledger) {
    var charges = new TreeSet<String>();
    Stream.concat(there.keySet().stream(), here.keySet().stream())
        .filter(charge -> !Objects.equals(there.get(charge), here.get(charge)))
        .forEach(charges::add);
    var told = new StringBuilder();
    for (var charge : charges) {
      told.append("%n%s: %s there, %s here".formatted(charge, there.get(charge), here.get(charge)));
      for (var movement : ledger.path("data")) {
        if (charge.equals(chargeOf.get(movement.path("code").asText()))) {
          told.append('\n').append(movement);
        }
      }
      told.append('\n').append(shown(charge));
    }
    return told.toString();
  }

  /// What a movement took, less what it gave back, in cents; nothing if it was undone.
  private static long net(JsonNode movement) {
    var clearing = movement.path("clearing").asText();
    if (!clearing.equals("pending") && !clearing.equals("transmitted")) {
      return 0;
    }
    return switch (movement.path("kind").asText()) {
      case "sale" -> movement.path("authorized_amount").asLong();
      case "capture" -> movement.path("amount").asLong();
      case "refund" -> -movement.path("amount").asLong();
      default -> throw new AssertionError("moves money: " + movement);
    };
  }

  private Map<String, Long> taken() throws SQLException {
    return amounts(
        """
        SELECT charge_id, captured_amount - refunded_amount FROM charges
        WHERE captured_amount > refunded_amount
        """);
  }

  private Map<String, Long> held() throws SQLException {
    return amounts("SELECT charge_id, amount FROM charges WHERE state = 'authorized'");
  }

  private Map<String, Long> amounts(String sql) throws SQLException {
    return pairs(sql).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> Long.valueOf(entry.getValue()),
                (one, _) -> one,
                TreeMap::new));
  }

  private long charges() throws SQLException {
    return counted("SELECT count(*) FROM charges");
  }

  private Map<String, Long> proofs() throws SQLException {
    return pairs("SELECT proof, count(*) FROM operations GROUP BY proof").entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Long.valueOf(entry.getValue())));
  }

  private long counted(String sql) throws SQLException {
    return Long.parseLong(texts(sql).getFirst());
  }

  private List<String> texts(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private Map<String, String> pairs(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var pairs = new HashMap<String, String>();
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
      return pairs;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(arena.database.url(), "postgres", "postgres");
  }
}
