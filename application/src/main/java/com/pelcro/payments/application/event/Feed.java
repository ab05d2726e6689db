package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.site.SiteId;

/// One order in which events are told. Each site's events stand in the same order in both.
public sealed interface Feed {

  /// What happened at one site, by sequence.
  record OfSite(SiteId site) implements Feed {}

  /// What happened anywhere.
  record OfAllSites() implements Feed {}
}
