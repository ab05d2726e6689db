package com.pelcro.payments.http;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Builds classes by their `@Inject` constructors, each once: what Dagger does in the service, for
/// tests that have no component of their own.
final class Graph {

  private final Map<Type, Object> made = new HashMap<>();

  /// Says what stands for a type that cannot be built.
  <T> Graph bind(Class<T> type, T value) {
    made.put(type, value);
    return this;
  }

  Graph bind(Type type, Object value) {
    made.put(type, value);
    return this;
  }

  <T> T get(Class<T> type) {
    return type.cast(any(type));
  }

  private Object any(Type type) {
    var known = made.get(type);
    if (known != null) {
      return known;
    }
    if (!(type instanceof Class<?> built)) {
      throw new IllegalStateException("nothing is bound to " + type);
    }
    var value = build(built);
    made.put(type, value);
    return value;
  }

  private Object build(Class<?> type) {
    try {
      var constructor = constructor(type);
      constructor.setAccessible(true);
      return constructor.newInstance(
          Stream.of(constructor.getGenericParameterTypes()).map(this::any).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot build " + type, e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    return Stream.of(type.getDeclaredConstructors())
        .filter(one -> one.isAnnotationPresent(Inject.class))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing is bound to " + type));
  }
}
