package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.json.AnswerReader;
import com.pelcro.payments.cybersource.json.Asked;
import com.pelcro.payments.domain.gateway.GatewayAnswer;

/// Turns what came of a request into an answer: a reply decides, silence does not.
final class Answers {

  private Answers() {}

  static GatewayAnswer read(Asked asked, Exchange exchange) {
    return switch (exchange) {
      case Exchange.NotSent(var why) -> new GatewayAnswer.NotSent(why);
      case Exchange.NoReply(var why) -> new GatewayAnswer.NoAnswer(why);
      case Exchange.Reply(int status, var body) -> AnswerReader.read(asked, status, body);
    };
  }
}
