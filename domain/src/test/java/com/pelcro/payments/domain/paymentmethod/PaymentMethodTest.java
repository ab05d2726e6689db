package com.pelcro.payments.domain.paymentmethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.SiteId;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentMethodTest {

  @ParameterizedTest
  @CsvSource({
    "12, 2034, 2035-01-01T11:59:59.999Z, false",
    "12, 2034, 2035-01-01T12:00:00Z, true",
    "2, 2028, 2028-02-29T23:59:59Z, false",
    "2, 2028, 2028-03-01T12:00:00Z, true",
    "2, 2027, 2027-03-01T11:59:59Z, false"
  })
  void a_card_is_good_until_its_month_is_over_everywhere(
      int month, int year, Instant now, boolean past) {
    assertThat(new CardExpiry(month, year).isPast(now)).isEqualTo(past);
  }

  @ParameterizedTest
  @CsvSource({"0, 2034", "13, 2034", "1, 1999", "1, 2100", "-1, 2034"})
  void there_is_no_such_month(int month, int year) {
    assertThatExceptionOfType(DateTimeException.class)
        .isThrownBy(() -> new CardExpiry(month, year));
  }

  @Test
  void the_first_approval_stays_and_the_latest_is_replaced() {
    var first = CredentialLineage.NONE.after("n1", Money.of(100, "EUR"));
    assertThat(first).isEqualTo(new CredentialLineage("n1", "n1", Money.of(100, "EUR")));
    assertThat(first.after("n2", Money.of(200, "EUR")))
        .isEqualTo(new CredentialLineage("n1", "n2", Money.of(100, "EUR")));
  }

  @Test
  void an_approval_without_a_network_id_leaves_no_trace() {
    assertThat(CredentialLineage.NONE.after(null, Money.of(100, "EUR")))
        .isEqualTo(CredentialLineage.NONE);
    var first = CredentialLineage.NONE.after("n1", Money.of(100, "EUR"));
    assertThat(first.after(null, Money.of(200, "EUR"))).isEqualTo(first);
  }

  @Test
  void a_card_of_nobody_is_nobodys_default() {
    var card = TestPaymentMethods.bare(SiteId.next(), null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card.asDefault(true, TestPaymentMethods.MADE));
  }

  @Test
  void only_a_stored_card_is_active() {
    var site = SiteId.next();
    for (var method : TestPaymentMethods.inEveryState(site, CustomerId.next())) {
      assertThat(method.isActive()).isEqualTo(method.state() instanceof PaymentMethodState.Active);
    }
  }

  @Test
  void a_changed_card_keeps_its_number_and_its_history() {
    var card = TestPaymentMethods.active(SiteId.next(), CustomerId.next());
    var later = TestPaymentMethods.MADE.plusSeconds(60);
    var changed = card.with(new CardExpiry(1, 2040), card.billing(), later);
    assertThat(changed.card().last4()).isEqualTo(card.card().last4());
    assertThat(changed.card().expiry()).isEqualTo(new CardExpiry(1, 2040));
    assertThat(changed.lineage()).isEqualTo(card.lineage());
    assertThat(changed.updatedAt()).isEqualTo(later);
    assertThat(changed.id()).isEqualTo(card.id());
  }
}
