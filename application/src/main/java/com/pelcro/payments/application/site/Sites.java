package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// All sites.
public interface Sites {

  void add(Site site);

  Optional<Site> find(SiteId id);

  /// The site, locked until the transaction ends.
  Optional<Site> lock(SiteId id);

  void update(Site site);

  /// Newest first.
  Slice<Site> list(Window window);
}
