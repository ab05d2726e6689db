package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// The 400s of the payment endpoints.
final class Rejections {

  private static final String INVALID =
      "Declined - One or more fields in the request contains invalid data";
  private static final String MISSING = "Declined - The request is missing one or more fields";

  private final InstantSource clock;

  Rejections(InstantSource clock) {
    this.clock = clock;
  }

  Refusal missing(List<String> fields) {
    return flat("MISSING_FIELD", MISSING, fields, "MISSING_FIELD");
  }

  Refusal invalid(String... fields) {
    return flat("INVALID_DATA", INVALID, List.of(fields), "INVALID_DATA");
  }

  Refusal because(String reason) {
    return flat(
        reason, "Declined - " + reason.replace('_', ' ').toLowerCase(Locale.ROOT), List.of(), "");
  }

  private Refusal flat(String reason, String message, List<String> fields, String fieldReason) {
    return new Refusal(JsonReply.flat(reason, message, clock.instant(), fields, fieldReason));
  }
}
