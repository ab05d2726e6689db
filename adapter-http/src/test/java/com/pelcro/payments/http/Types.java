package com.pelcro.payments.http;

import java.lang.reflect.ParameterizedType;
import java.util.Set;

/// A set of something, as a type.
record Types(Class<?> element) {

  static java.lang.reflect.Type setOf(Class<?> element) {
    for (var method : Sets.class.getDeclaredMethods()) {
      var type = (ParameterizedType) method.getGenericReturnType();
      if (type.getActualTypeArguments()[0].equals(element)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no set of " + element);
  }

  /// One method for each set that a constructor asks for.
  interface Sets {
    Set<com.pelcro.payments.http.server.Routes> routes();

    Set<com.pelcro.payments.http.server.Pages> pages();

    Set<com.pelcro.payments.http.dashboard.Section> sections();

    Set<com.pelcro.payments.http.ops.HealthCheck> checks();

    Set<com.pelcro.payments.domain.gateway.GatewayAdapter> adapters();
  }
}
