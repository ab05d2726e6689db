package com.pelcro.payments.domain.gateway;

/// What a person at the merchant decides about a payment under review.
public enum ReviewVerdict {
  ACCEPT,
  REJECT
}
