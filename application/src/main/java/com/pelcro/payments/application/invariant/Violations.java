package com.pelcro.payments.application.invariant;

import com.pelcro.payments.domain.site.SiteId;
import java.util.List;

/// Looks for rows of which an invariant is not true.
public interface Violations {

  /// Up to `most` of a site's.
  List<Violation> find(SiteId site, Invariant invariant, int most);
}
