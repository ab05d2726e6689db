package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a charge with a card on file asks of PostgreSQL, as PostgreSQL itself counts it.
class ChargeStatementsJourneyTest {

  private static final int CHARGES = 40;

  /// What is asked once in a while, by jobs and by the first use of a key, is not asked for each
  /// charge.
  private static final String FOR_EACH = "calls >= " + CHARGES + " AND query %s 'BEGIN'";

  private static final String COUNTED = "calls || ' ' || query";

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private StatementCount count;
  private Shop shop;
  private Caller site;
  private String card;

  @BeforeEach
  void open() throws SQLException, IOException {
    count = StatementCount.of(SERVICE);
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
    card = shop.card();
    site =
        shop.caller()
            .as(shop.caller().post(shop.path("/api-keys"), Map.of("name", "web")).text("/key"));
  }

  @Test
  void a_charge_takes_ten_statements_in_two_transactions() throws SQLException {
    // Settings are kept once the watch is there again, as it is in a moment.
    await().untilAsserted(() -> assertThat(askedFor(() -> charge(CHARGES))).hasSize(9));

    var asked = askedFor(() -> charge(CHARGES));

    assertThat(asked)
        .filteredOn(line -> line.contains("INSERT INTO events"))
        .singleElement()
        .asString()
        .startsWith(2 * CHARGES + " ");
    assertThat(asked)
        .filteredOn(line -> !line.contains("INSERT INTO events"))
        .hasSize(8)
        .allSatisfy(line -> assertThat(line).startsWith(CHARGES + " "));
    assertThat(count.counted(COUNTED, FOR_EACH.formatted("=")))
        .containsExactly(2 * CHARGES + " BEGIN");
  }

  private void charge(int times) {
    for (var number = 0; number < times; number++) {
      var charge = site.post(shop.path("/charges"), Map.of("payment_method", card, "amount", 1990));
      assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("captured");
    }
  }

  private List<String> askedFor(Runnable work) throws SQLException {
    return count.during(work, COUNTED, FOR_EACH.formatted("<>"));
  }
}
