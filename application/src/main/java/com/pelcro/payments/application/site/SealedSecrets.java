package com.pelcro.payments.application.site;

import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The integrations' secrets as they are stored: sealed.
public interface SealedSecrets {

  /// Whose secrets they are.
  record Place(SiteId site, GatewayId gateway) {}

  /// What came of one part of them.
  ///
  /// @param last the last one looked at; null when there was none
  /// @param looked how many integrations were looked at
  /// @param sealed how many of them had secrets sealed otherwise than is done now
  /// @param unopened those whose secrets no configured key opens; they stay as they are
  record Part(@Nullable Place last, int looked, int sealed, List<Place> unopened) {
    public Part {
      unopened = List.copyOf(unopened);
    }
  }

  /// Seals the secrets of up to `most` integrations after a place as it is done now, where they are
  /// not; the rows are locked until the transaction ends.
  Part sealAnew(@Nullable Place after, int most);
}
