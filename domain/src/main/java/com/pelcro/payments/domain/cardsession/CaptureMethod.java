package com.pelcro.payments.domain.cardsession;

/// How a card is captured in the browser: the gateway's hosted fields, or its bare public key.
public enum CaptureMethod {
  MICROFORM,
  FLEX_KEY
}
