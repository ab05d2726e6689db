package com.pelcro.payments.http.server;

import java.util.List;

/// Pages for people. They are no part of the contract and judge for themselves who may see them.
public interface Pages {

  /// The first whose path matches is taken; those for all that is below a path come last.
  List<PageRoute> pages();
}
