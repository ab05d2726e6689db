package com.pelcro.payments.domain.site;

/// Whether new money may be asked for; refunds, voids and recovery go on either way.
public enum IntegrationStatus {
  ENABLED,
  DISABLED
}
