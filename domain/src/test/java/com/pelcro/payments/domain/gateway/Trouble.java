package com.pelcro.payments.domain.gateway;

/// What can befall a request on its way to a gateway and back.
public enum Trouble {
  /// No connection: nothing leaves this machine.
  CONNECTION_REFUSED,
  /// It leaves, and never arrives.
  REQUEST_LOST,
  /// It arrives and is done; nobody hears of it.
  REPLY_LOST,
  /// It is given up, and arrives when [GatewayBench#deliverLate()] says so.
  ARRIVES_LATE
}
