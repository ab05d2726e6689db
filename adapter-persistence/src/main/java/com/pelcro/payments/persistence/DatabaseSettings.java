package com.pelcro.payments.persistence;

import com.pelcro.payments.domain.site.SharedSecret;

/// Where the database is, as whom to speak to it, and how many connections to keep at most.
public record DatabaseSettings(String url, String user, SharedSecret password, int poolSize) {

  public DatabaseSettings {
    if (poolSize < 1) {
      throw new IllegalArgumentException("a pool has at least one connection");
    }
  }
}
