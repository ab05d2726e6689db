package com.pelcro.payments.cybersource.json;

import static com.pelcro.payments.cybersource.json.Details.details;
import static com.pelcro.payments.cybersource.json.Details.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.gateway.BookEntry.Effect;
import com.pelcro.payments.domain.gateway.BookEntry.Kind;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.References;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookEntriesTest {

  private static final String AUTHORIZED = service("ics_auth", "1", "100");
  private static final String BILLED = service("ics_bill", "1", "100");

  @Test
  void a_sale_that_was_billed_is_done() {
    assertThat(entry(hit("100", AUTHORIZED, BILLED)))
        .isEqualTo(
            new BookEntry(
                "71",
                "op-1",
                Kind.PAYMENT,
                Effect.DONE,
                Money.of(1990, "EUR"),
                Instant.parse("2031-03-04T09:26:54Z")));
  }

  @Test
  void an_authorization_holds_and_so_does_a_sale_whose_bill_failed() {
    assertThat(entry(hit("100", AUTHORIZED)).effect()).isEqualTo(Effect.HELD);
    assertThat(entry(hit("102", AUTHORIZED, service("ics_bill", "0", "102"))).effect())
        .isEqualTo(Effect.HELD);
    assertThat(entry(hit("150", AUTHORIZED, service("ics_bill", "-1", "150"))).effect())
        .isEqualTo(Effect.HELD);
  }

  @Test
  void money_approved_against_address_or_code_is_held() {
    assertThat(entry(hit("200", service("ics_auth", "0", "200"))).effect()).isEqualTo(Effect.HELD);
  }

  @Test
  void a_no_is_refused_and_an_error_proves_nothing() {
    assertThat(entry(hit("204", service("ics_auth", "0", "204"))).effect())
        .isEqualTo(Effect.REFUSED);
    assertThat(entry(hit("150", service("ics_auth", "-1", "150"))).effect())
        .isEqualTo(Effect.UNPROVEN);
    assertThat(entry(hit("480", service("ics_decision", "0", "480"))))
        .returns(Kind.PAYMENT, BookEntry::kind)
        .returns(Effect.UNPROVEN, BookEntry::effect);
    assertThat(entry(hit("100"))).returns(Kind.OTHER, BookEntry::kind);
  }

  @Test
  void each_follow_up_is_told_by_its_service() {
    assertThat(entry(hit("100", BILLED)).kind()).isEqualTo(Kind.CAPTURE);
    assertThat(entry(hit("100", service("ics_credit", "1", "100"))).kind()).isEqualTo(Kind.REFUND);
    assertThat(entry(hit("100", service("ics_void", "1", "100"))).kind()).isEqualTo(Kind.VOID);
    assertThat(entry(hit("100", service("ics_auth_reversal", "1", "100"))).kind())
        .isEqualTo(Kind.RELEASE);
    assertThat(entry(hit("246", service("ics_void", "0", "246"))).effect())
        .isEqualTo(Effect.REFUSED);
  }

  @Test
  void a_verification_is_over_nothing() {
    assertThat(entry(hit("100", AUTHORIZED).replace("19.90", "0.00")).kind())
        .isEqualTo(Kind.VERIFICATION);
  }

  @Test
  void an_annulment_of_ours_goes_by_the_code_of_what_it_undid() {
    var code = References.of(OperationId.next()).code();
    for (var suffix : new String[] {FollowUpJson.VOIDED, FollowUpJson.REVERSED}) {
      var hit = hit("100", service("ics_void", "1", "100")).replace("op-1", code + suffix);
      assertThat(entry(hit))
          .returns(code, BookEntry::code)
          .returns(Kind.ANNULMENT, BookEntry::kind);
    }
    var theirs = hit("100", service("ics_void", "1", "100")).replace("op-1", "INV-7-TV");
    assertThat(entry(theirs))
        .returns("INV-7-TV", BookEntry::code)
        .returns(Kind.VOID, BookEntry::kind);
  }

  @Test
  void an_amount_that_cannot_be_read_is_missing() {
    assertThat(entry(hit("100", AUTHORIZED).replace("19.90", "19.9x")).amount()).isNull();
    assertThat(entry(hit("100", AUTHORIZED).replace("EUR", "ZZZ")).amount()).isNull();
    assertThat(entry(hit("100", AUTHORIZED).replace("EUR", "XAU")).amount()).isNull();
  }

  @Test
  void a_hit_without_an_id_or_a_time_is_no_entry() {
    var hit = hit("100", AUTHORIZED);
    assertThat(BookEntries.read(reading(hit.replace("\"id\"", "\"di\"")))).isEmpty();
    assertThat(BookEntries.read(reading(hit.replace("2031-03-04T09", "soon")))).isEmpty();
  }

  /// A search spells the time differently.
  private static String hit(String reason, String... services) {
    return details(reason, services).replace("submitTimeUTC", "submitTimeUtc");
  }

  private static BookEntry entry(String hit) {
    return BookEntries.read(reading(hit)).orElseThrow();
  }

  private static Reading reading(String json) {
    return Json.read(json).orElseThrow();
  }
}
