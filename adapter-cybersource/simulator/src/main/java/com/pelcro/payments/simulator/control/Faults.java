package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;

/// What is wrong with a request to the simulator's own side.
final class Faults {

  private Faults() {}

  static Refusal at(String field, String problem) {
    return new Refusal(
        JsonReply.own(400, new JsonTree().put("field", field).put("problem", problem)));
  }

  static Refusal unknown(String what) {
    return new Refusal(JsonReply.own(404, new JsonTree().put("problem", what + " is unknown")));
  }

  static void requireTexts(Body body, String... fields) {
    for (var field : fields) {
      if (body.text(field).isEmpty()) {
        throw at(field, "is required");
      }
    }
  }
}
