package com.pelcro.payments.http.contract;

/// A parameter of an operation: where it stands (`path`, `query`, `header`), and by what reference
/// its schema is found.
record Parameter(String name, String place, boolean required, String type, String schema) {

  static Parameter read(Contract contract, String pointer) {
    var parameter = contract.at(pointer);
    var schema = contract.resolved(parameter.path("schema"));
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean(),
        schema.path("type").asText(),
        Contract.reference(contract.target(pointer) + "/schema"));
  }

  boolean isInteger(String queryName) {
    return place.equals("query") && name.equals(queryName) && type.equals("integer");
  }
}
