package com.pelcro.payments.cybersource;

import static com.pelcro.payments.cybersource.Journey.AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.Annulment.Annulled;
import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.Finding.Found;
import com.pelcro.payments.domain.gateway.Finding.Unavailable;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.RetiredCredentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Settings that moved to another merchant account, while answers of the one before were lost.
class AccountMoveTest {

  private final SimulatorBench bench = new SimulatorBench();
  private final Journey journey = new Journey(bench);

  @BeforeEach
  void register() {
    var _ =
        bench
            .panel()
            .post(
                "/simulator/merchants",
                Map.of("merchant_id", "other", "key_id", "other-1", "secret_key", "b3RoZXI="));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void what_was_asked_in_the_account_before_is_found_and_annulled_there() {
    var payment = lost();
    var moved =
        moved(
            new RetiredCredentials(
                bench.integration().credentials(), bench.now().plusSeconds(3600)));
    assertThat(bench.adapter().payments().find(lookup(moved, payment)).answer())
        .isInstanceOf(Found.class);
    bench.pass(Duration.ofSeconds(61));
    assertThat(bench.adapter().payments().annul(lookup(moved, payment)).answer())
        .isInstanceOf(Annulled.class);
  }

  @Test
  void what_was_asked_in_an_account_that_is_closed_to_us_is_not_called_absent() {
    var payment = lost();
    var asked = lookup(bench.integration(), payment);
    bench.pass(Duration.ofSeconds(2));
    var retired =
        new RetiredCredentials(bench.integration().credentials(), bench.now().minusSeconds(1));
    var moved = moved(retired);
    var late =
        new Lookup(moved, asked.kind(), asked.references(), asked.amount(), true, asked.askedAt());
    assertThat(bench.adapter().payments().find(late).answer()).isInstanceOf(Unavailable.class);
  }

  @Test
  void the_books_of_both_accounts_are_read_as_long_as_both_open() {
    var before = lost();
    var moved =
        moved(
            new RetiredCredentials(
                bench.integration().credentials(), bench.now().plusSeconds(3600)));
    var after = lost(moved);
    assertThat(codes(moved))
        .containsExactlyInAnyOrder(before.references().code(), after.references().code());
    assertThat(bench.adapter().books().account(moved))
        .isNotEqualTo(bench.adapter().books().account(bench.integration()));
  }

  @Test
  void books_that_are_partly_in_a_closed_account_are_not_called_whole() {
    var moved =
        moved(
            new RetiredCredentials(bench.integration().credentials(), bench.now().plusSeconds(1)));
    bench.pass(Duration.ofMinutes(10));
    var since = new Period(moved.secretsUpdatedAt(), bench.now());
    assertThat(bench.adapter().books().read(moved, period(), null))
        .isInstanceOf(BooksPage.Unavailable.class);
    assertThat(bench.adapter().books().read(moved, since, null))
        .isInstanceOf(BooksPage.Entries.class);
  }

  private Period period() {
    return new Period(bench.now().minus(Duration.ofHours(1)), bench.now().plusSeconds(1));
  }

  private List<@Nullable String> codes(Integration integration) {
    var codes = new ArrayList<@Nullable String>();
    String cursor = null;
    do {
      var page = (BooksPage.Entries) bench.adapter().books().read(integration, period(), cursor);
      page.entries().forEach(entry -> codes.add(entry.code()));
      cursor = page.next();
    } while (cursor != null);
    return codes;
  }

  private Integration moved(RetiredCredentials before) {
    Credentials other = TestIntegrations.credentials("other", "other-1", "b3RoZXI=");
    return TestIntegrations.rotated(Environment.SANDBOX, other, before, bench.now());
  }

  private Instruction lost() {
    return lost(bench.integration());
  }

  private Instruction lost(Integration integration) {
    var payment = journey.fresh(integration);
    bench.next(Trouble.REPLY_LOST);
    assertThat(bench.adapter().payments().sale(payment).answer()).isInstanceOf(NoAnswer.class);
    return payment;
  }

  private Lookup lookup(Integration integration, Instruction payment) {
    return journey.lookup(integration, OperationKind.CHARGE, payment.references(), AMOUNT, true);
  }
}
