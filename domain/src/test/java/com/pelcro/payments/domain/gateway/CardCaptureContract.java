package com.pelcro.payments.domain.gateway;

import static com.pelcro.payments.domain.decline.DeclineCode.INSUFFICIENT_FUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.TokenReading.Expired;
import com.pelcro.payments.domain.gateway.TokenReading.Forged;
import com.pelcro.payments.domain.gateway.TokenReading.Genuine;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every adapter's [CardCapture] opens, and believes.
public abstract class CardCaptureContract extends GatewayContract {

  @ParameterizedTest
  @EnumSource
  void fields_open_for_a_while(CaptureMethod method) {
    var session = session(method);
    assertThat(session.method()).isEqualTo(method);
    assertThat(session.expiresAt()).isAfter(bench().now());
  }

  @Test
  void hosted_fields_name_their_library() {
    assertThat(session(CaptureMethod.MICROFORM).fields())
        .isInstanceOfSatisfying(
            CardFields.Microform.class,
            fields -> {
              assertThat(fields.captureContext()).isNotBlank();
              assertThat(fields.clientLibrary()).isNotBlank();
            });
  }

  @Test
  void no_fields_open_with_wrong_credentials() {
    assertThat(capture().open(bench().stranger(), asked(CaptureMethod.MICROFORM)))
        .isInstanceOfSatisfying(
            CaptureOpening.Refused.class,
            refused ->
                assertThat(refused.failure().code())
                    .isEqualTo(FailureCode.GATEWAY_CREDENTIALS_REJECTED));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_REFUSED", "REQUEST_LOST", "REPLY_LOST"})
  void no_fields_open_without_an_answer(Trouble trouble) {
    bench().next(trouble);
    assertThat(capture().open(integration(), asked(CaptureMethod.MICROFORM)))
        .isInstanceOf(CaptureOpening.Unavailable.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_typed_card_is_recognized(CaptureMethod method) {
    var session = session(method);
    assertThat(capture().read(session, bench().type(session, SampleCard.VISA)))
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine -> {
              assertThat(genuine.card().network()).isEqualTo(SampleCard.VISA.network());
              assertThat(genuine.card().last4()).isEqualTo(SampleCard.VISA.last4());
              assertThat(genuine.card().expiry()).isEqualTo(SampleCard.EXPIRY);
              assertThat(genuine.networks()).contains(SampleCard.VISA.network());
              assertThat(genuine.expiresAt()).isAfter(bench().now());
            });
  }

  @Test
  void reading_a_token_does_not_use_it_up() {
    var session = session();
    var token = bench().type(session, SampleCard.VISA);
    assertThat(capture().read(session, token)).isEqualTo(capture().read(session, token));
  }

  @Test
  void a_card_typed_twice_makes_two_tokens() {
    var session = session();
    var first = (Genuine) capture().read(session, bench().type(session, SampleCard.VISA));
    var second = (Genuine) capture().read(session, bench().type(session, SampleCard.VISA));
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void a_changed_token_is_forged_wherever_it_was_changed() {
    var session = session();
    var text = bench().type(session, SampleCard.VISA).reveal();
    for (var at : new int[] {1, text.length() / 3, text.length() / 2, text.length() - 3}) {
      var changed = new SharedSecret(changed(text, at));
      assertThat(capture().read(session, changed)).isInstanceOf(Forged.class);
    }
  }

  private static String changed(String text, int at) {
    var other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void a_token_of_another_session_is_forged() {
    var token = bench().type(session(), SampleCard.VISA);
    assertThat(capture().read(session(), token)).isInstanceOf(Forged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "...", "rubbish", "e30.e30.e30", "{}", "eyJhbGciOiJub25lIn0.e30."})
  void anything_else_is_forged(String text) {
    assertThat(capture().read(session(), new SharedSecret(text))).isInstanceOf(Forged.class);
  }

  @Test
  void a_forged_token_is_not_repeated_in_the_reason() {
    var session = session();
    var text = bench().type(session(), SampleCard.VISA).reveal();
    var forged = (Forged) capture().read(session, new SharedSecret(text));
    assertThat(forged.why()).doesNotContain(text).doesNotContain(text.substring(0, 12));
  }

  @Test
  void a_token_that_comes_too_late_is_expired() {
    var session = session();
    var token = bench().type(session, SampleCard.VISA);
    bench().pass(Duration.ofHours(2));
    assertThat(capture().read(session, token)).isInstanceOf(Expired.class);
  }

  @Test
  void a_token_pays_once() {
    var card = typed(SampleCard.VISA);
    var _ = approval(payments().sale(once(card)));
    var again = once(card);
    assertThat(payments().sale(again).answer())
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.failure().code()).isEqualTo(FailureCode.TOKEN_UNUSABLE));
    assertThat(standing(again.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void a_token_pays_after_a_decline() {
    var card = typed(SampleCard.VISA);
    bench().next(new Outcome.Declined(INSUFFICIENT_FUNDS));
    assertThat(payments().sale(once(card)).answer()).isInstanceOf(Decline.class);
    var _ = approval(payments().sale(once(card)));
  }
}
