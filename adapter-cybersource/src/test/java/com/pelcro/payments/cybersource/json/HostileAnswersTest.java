package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.Mutations;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A gateway that answers anything at all is read without a fault, and believed only where an
/// answer still says what an approval says.
class HostileAnswersTest {

  private static final List<Integer> STATUSES =
      List.of(200, 201, 202, 400, 401, 404, 409, 500, 502);

  private final Mutations mutations = new Mutations(20260302);

  @ParameterizedTest
  @EnumSource
  void a_spoiled_answer_approves_only_when_it_says_so(Kind kind) {
    var whole =
        List.of(
            Answering.approved("AUTHORIZED", "19.90", "EUR"),
            Answering.status("DECLINED"),
            Answering.status("PENDING"),
            Answering.wrong("INVALID_DATA"));
    for (int round = Mutations.rounds(1_000); round > 0; round--) {
      var body = mutations.of(mutations.one(whole));
      var status = mutations.one(STATUSES);
      var answer = Answering.read(kind, status, body);
      if (answer instanceof Approval) {
        assertThat(status).as(body).isEqualTo(201);
        assertThat(body)
            .containsAnyOf("AUTHORIZED", "PENDING", "TRANSMITTED", "REVERSED", "VOIDED");
      }
    }
  }

  @Test
  void noise_is_no_approval() {
    for (int round = Mutations.rounds(1_000); round > 0; round--) {
      var body = mutations.noise(500);
      assertThat(Answering.read(Kind.SALE, 201, body)).as(body).isNotInstanceOf(Approval.class);
    }
  }
}
