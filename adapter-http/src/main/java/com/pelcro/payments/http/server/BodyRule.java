package com.pelcro.payments.http.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.application.Refusal.FieldProblem;
import java.util.List;

/// A rule over several fields of a body that its schema does not say; looked at together with it.
@FunctionalInterface
public interface BodyRule {

  BodyRule NONE = _ -> List.of();

  List<FieldProblem> problems(JsonNode body);
}
