package com.pelcro.payments.domain.site;

import java.util.regex.Pattern;

/// The name a gateway adapter goes by in paths and rows, such as `cybersource`.
public record GatewayId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{1,39}");

  public GatewayId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a gateway's id is 2 to 40 of a-z, 0-9 and _");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
