package com.pelcro.payments.application;

import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted: up to `limit` (1 to 100) rows after the one with the id `after`.
public record Window(int limit, @Nullable String after) {

  public static final int MOST = 100;

  public Window {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page holds 1 to " + MOST + " rows");
    }
  }
}
