package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.http.Call;

/// What is wrong with a request without making it impossible: noted in the request log, and refused
/// where the switch is strict.
record Objections(Books books) {

  void object(Call call, boolean wrong, String field, String why) {
    note(call, wrong, field + " " + why);
    if (wrong && books.switches().strict()) {
      throw books.rejections().invalid(field);
    }
  }

  /// Notes what even the strictest would let pass.
  static void note(Call call, boolean wrong, String text) {
    if (wrong) {
      call.warnings().add(text);
    }
  }
}
