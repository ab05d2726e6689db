package com.pelcro.payments.cybersource.json;

/// Transaction details in the shape the gateway documents.
final class Details {

  private Details() {}

  static String details(String reason, String... services) {
    return """
    {"id":"71","rootId":"71","submitTimeUTC":"2031-03-04T09:26:54Z",
     "clientReferenceInformation":{"code":"op-1"},
     "applicationInformation":{"reasonCode":%s,"applications":[%s]},
     "orderInformation":{"amountDetails":{"totalAmount":"19.90","currency":"EUR"}},
     "processorInformation":{"approvalCode":"831000","networkTransactionId":"0161"}}
    """
        .formatted(reason, String.join(",", services));
  }

  static String withoutAmount(String service) {
    return "{\"id\":\"71\",\"clientReferenceInformation\":{\"code\":\"op-1\"},"
        + "\"applicationInformation\":{\"applications\":["
        + service(service, "1", "100")
        + "]}}";
  }

  static String service(String name, String code, String reason) {
    return "{\"name\":\"%s\",\"rCode\":\"%s\",\"reasonCode\":\"%s\",\"rFlag\":\"X\"}"
        .formatted(name, code, reason);
  }
}
