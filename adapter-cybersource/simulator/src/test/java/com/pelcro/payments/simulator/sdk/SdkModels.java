package com.pelcro.payments.simulator.sdk;

import Model.PtsV2PaymentsPost502Response;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.Strictness;
import java.util.List;
import java.util.Map;

/// Says whether JSON fits the models of the gateway's official Java SDK exactly.
///
/// The SDK's own parser is lenient: it drops members it does not know and turns numbers into text.
/// This reads strictly instead. It knows which model class belongs to which operation, and walks
/// the JSON tree and the class side by side, by reflection: every JSON member must be the
/// `@SerializedName` of a field, every value must be of that field's type (a number is no string,
/// `null` is nothing), and every property marked as required must be there. What does not fit comes
/// back as one sentence each; an empty list is a perfect fit.
///
/// A 401, and a 404 of a look-up, have no model and are not looked at. `TOLERABLE` holds the few
/// members that the real gateway is known to send although its published models lack them, each
/// with the evidence. Nothing else is let pass. Of the simulator's own making there is one member
/// no model knows, `fieldOfTomorrow`; it is not in that list, because the setting `extra_fields`
/// turns it off.
public final class SdkModels {

  private static final Map<String, String> TOLERABLE =
      Map.of(
          "PtsV2PaymentsPost201Response._links.void", "recorded answers to sales have it",
          "PtsV2PaymentsPost201Response._links.authReversal",
              "recorded answers have it where the model says reversal",
          "PtsV2PaymentsPost502Response.id",
              "no text settles it; the guide's flat refusal of a timeout void has an id",
          "PtsV2PaymentsRefundPost201Response.orderInformation.amountDetails.currency",
              "recorded answers have it",
          "PtsV2PaymentsVoidsPost201Response.orderInformation", "recorded answers have it",
          "PtsV2PaymentsVoidsPost201Response.clientReferenceInformation.transactionId",
              "the guide's answer to a timeout void has it",
          "TssV2TransactionsGet200Response.applicationInformation.reasonCode",
              "recorded answers have a number where the model has text");

  private SdkModels() {}

  /// What is wrong with a request's body, for the operation with this method and path.
  public static List<String> request(String method, String path, String body) {
    var model = SdkOperation.find(method, path).request();
    if (model == null || body.isEmpty()) {
      return nothing(model == null ? "" : "a body", body);
    }
    return fit(body, model);
  }

  /// What is wrong with an answer's body.
  public static List<String> answer(String method, String path, int status, String body) {
    var operation = SdkOperation.find(method, path);
    if (status == 401 || (status == 404 && path.startsWith("/tss/"))) {
      return List.of();
    }
    if (status >= 400) {
      var isPayment = path.startsWith("/pts/");
      return fit(
          body,
          status == 502 && isPayment ? PtsV2PaymentsPost502Response.class : operation.error());
    }
    return operation.answer() == null ? List.of() : fit(body, operation.answer());
  }

  /// What is left over, missing or of another type when this JSON is read as that model.
  public static List<String> fit(String json, Class<?> model) {
    var walk = new ModelWalk(TOLERABLE);
    walk.value(model.getSimpleName(), parse(json), model);
    return walk.findings();
  }

  private static List<String> nothing(String wanted, String body) {
    return wanted.isEmpty() == body.isEmpty()
        ? List.of()
        : List.of("wanted " + wanted + ", got " + body);
  }

  private static JsonElement parse(String json) {
    var gson = new GsonBuilder().setStrictness(Strictness.STRICT).create();
    return gson.fromJson(json, JsonElement.class);
  }
}
