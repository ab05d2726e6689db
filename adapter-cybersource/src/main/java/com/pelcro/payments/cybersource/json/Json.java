package com.pelcro.payments.cybersource.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.pelcro.payments.domain.site.SharedSecret;
import java.io.IOException;
import java.util.Optional;

/// Writes wire records and reads bodies. Reading is strict about JSON itself (a cut body, a second
/// value or a repeated name is no answer) and lenient about what stands in it.
public final class Json {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .addModule(new SimpleModule().addSerializer(SharedSecret.class, new Revealed()))
          .build();

  private Json() {}

  /// The record as it goes over the wire; absent components are left out.
  public static String write(Object wireRecord) {
    try {
      return MAPPER.writeValueAsString(wireRecord);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a wire record", e);
    }
  }

  /// The body, when it is one whole JSON object whose numbers can be held.
  public static Optional<Reading> read(String body) {
    try {
      return Optional.ofNullable(MAPPER.readTree(body))
          .filter(JsonNode::isObject)
          .map(Reading::new);
    } catch (JsonProcessingException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// A secret on the wire is its text: the record that carries it does not show it.
  private static final class Revealed extends JsonSerializer<SharedSecret> {

    @Override
    public void serialize(SharedSecret secret, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(secret.reveal());
    }
  }
}
