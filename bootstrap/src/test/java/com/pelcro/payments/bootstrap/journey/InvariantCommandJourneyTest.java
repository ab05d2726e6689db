package com.pelcro.payments.bootstrap.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.bootstrap.InvariantCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Checking a database from the command line.
class InvariantCommandJourneyTest {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run() {
    printed.reset();
    return InvariantCommand.run(SERVICE.config(), new PrintStream(printed, true, UTF_8));
  }

  @Test
  void it_says_what_is_wrong_and_ends_with_one_until_nothing_is() throws SQLException {
    var shop = Shop.open(SERVICE.operator(), SERVICE.stage());
    var charge = shop.charge(shop.card(), 2700);
    assertThat(run()).isZero();
    assertThat(printed.toString(UTF_8)).contains("all invariants hold");

    amount(charge.id(), 2701);
    assertThat(run()).isEqualTo(1);
    assertThat(printed.toString(UTF_8))
        .contains("captured_equals_operations " + shop.site() + " " + charge.id());
    var seen = SERVICE.operator().get("/metrics").body().asText();
    assertThat(seen)
        .contains("payments_invariant_violations{rule=\"captured_equals_operations\"} 1.0");

    amount(charge.id(), 2700);
    assertThat(run()).isZero();
  }

  @Test
  void without_its_database_it_does_not_say_that_all_is_well() throws Exception {
    SERVICE.stopDatabase();
    try {
      assertThat(run()).isEqualTo(1);
      assertThat(printed.toString(UTF_8)).contains("cannot be checked");
    } finally {
      SERVICE.startDatabase();
    }
  }

  private static void amount(String charge, long amount) throws SQLException {
    var _ =
        SERVICE.sql(
            "UPDATE operations SET amount = " + amount + " WHERE charge_id = '" + charge + "'");
  }
}
