package com.pelcro.payments.http.access;

import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.SiteId;

/// Who calls.
public sealed interface Caller {

  record Anyone() implements Caller {}

  record Operator() implements Caller {}

  /// Holds a key of one site.
  record SiteHolder(SiteId site, ApiKeyId key) implements Caller {}

  /// The same caller as who changes settings.
  default Editor through(Editor.Door door) {
    return switch (this) {
      case SiteHolder(_, var key) -> new Editor(key, door);
      case Operator _ -> new Editor(null, door);
      case Anyone _ -> throw new IllegalStateException("somebody unknown changes settings");
    };
  }

  /// The caller's kind, for a log line.
  default String kind() {
    return switch (this) {
      case Anyone _ -> "anyone";
      case Operator _ -> "operator";
      case SiteHolder _ -> "site";
    };
  }
}
