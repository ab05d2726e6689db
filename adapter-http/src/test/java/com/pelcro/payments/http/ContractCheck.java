package com.pelcro.payments.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.contract.Contract;
import com.pelcro.payments.http.contract.Operation;
import java.util.Optional;

/// Holds an answer against the contract: its status is foreseen, its media type and its body are
/// what the contract says, and the headers that every answer has are there.
public record ContractCheck(Contract contract) {

  void check(String method, String path, Answer answer) {
    assertThat(answer.header("Request-Id")).as("Request-Id of %s %s", method, path).isNotEmpty();
    if (path.startsWith("/v1")) {
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
    operation(method, path)
        .ifPresentOrElse(
            operation -> check(operation, answer),
            () -> checkSchema("/components/schemas/Problem", answer));
  }

  /// The operation whose path this is; one without parameters goes first.
  private Optional<Operation> operation(String method, String path) {
    return contract.operations().stream()
        .filter(one -> one.method().equals(method))
        .filter(one -> path.matches(one.path().replaceAll("\\{[a-z_]+}", "[^/]+")))
        .min((one, other) -> one.path().length() - other.path().length());
  }

  private void check(Operation operation, Answer answer) {
    var place =
        "/paths/"
            + operation.path().replace("~", "~0").replace("/", "~1")
            + "/"
            + operation.method().toLowerCase(java.util.Locale.ROOT)
            + "/responses/"
            + answer.status();
    var foreseen = contract.at(place);
    assertThat(foreseen.isMissingNode())
        .as(
            "%s %s answers %s: %s",
            operation.method(), operation.path(), answer.status(), answer.text())
        .isFalse();
    var content = foreseen.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.text()).isEmpty();
      return;
    }
    var type = answer.header("Content-Type").split(";", -1)[0];
    assertThat(content.has(type)).as("%s is foreseen", type).isTrue();
    if (type.endsWith("json")) {
      checkSchema(target(place) + "/content/" + type.replace("/", "~1") + "/schema", answer);
    }
  }

  private String target(String place) {
    var path = place.substring(0, place.lastIndexOf('/'));
    var reference =
        contract.at(path).path(place.substring(place.lastIndexOf('/') + 1)).path("$ref");
    return reference.isTextual() ? reference.asText().substring(1) : place;
  }

  private void checkSchema(String pointer, Answer answer) {
    assertThat(contract.schema(pointer).validate(answer.json()))
        .as("%s as %s", answer.text(), pointer)
        .isEmpty();
  }
}
