package com.pelcro.payments.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A body that changes what it names: what is left out stays as it is, null clears.
public record Changes(JsonNode body) {

  public String text(String field, String present) {
    return body.path(field).asText(present);
  }

  public @Nullable String clearable(String field, @Nullable String present) {
    return body.has(field) ? body.path(field).textValue() : present;
  }

  /// A map of texts is replaced as a whole.
  public Map<String, String> texts(String field, Map<String, String> present) {
    if (!body.has(field)) {
      return present;
    }
    var texts = new HashMap<String, String>();
    body.path(field)
        .propertyStream()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
    return texts;
  }
}
