package com.pelcro.payments.application;

import java.util.List;
import java.util.function.Function;

/// Part of a list, and whether there is more of it.
public record Slice<T>(List<T> rows, More more) {

  /// Whether rows follow.
  public enum More {
    YES,
    NO
  }

  public Slice {
    rows = List.copyOf(rows);
  }

  /// Cuts `rows`, of which one more than `limit` was asked for, to size.
  public static <T> Slice<T> of(List<T> rows, int limit) {
    return rows.size() > limit
        ? new Slice<>(rows.subList(0, limit), More.YES)
        : new Slice<>(rows, More.NO);
  }

  public <R> Slice<R> map(Function<? super T, R> change) {
    return new Slice<>(rows.stream().<R>map(change).toList(), more);
  }
}
