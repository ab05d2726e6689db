package com.pelcro.payments.persistence.site;

import org.jspecify.annotations.Nullable;

/// A sealed value that does not open here: its key is not configured, or it was altered or put
/// elsewhere. Its message names the place and no secret.
final class SecretUnreadable extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  SecretUnreadable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
