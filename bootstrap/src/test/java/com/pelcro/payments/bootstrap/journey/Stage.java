package com.pelcro.payments.bootstrap.journey;

import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.gateway.memory.Movement;
import java.util.Map;
import java.util.Optional;

/// The gateway behind a journey, which does as it is told and tells what money it believes it
/// moved.
interface Stage extends AutoCloseable {

  /// The gateway's name in paths.
  String gateway();

  /// The variables a service needs to reach it.
  Map<String, String> environment();

  /// The adapter to wire in place of the service's own.
  Optional<GatewayAdapter> adapter();

  /// An account whose credentials work.
  Merchant merchant();

  /// An account whose credentials the gateway does not accept.
  Merchant stranger();

  /// Does what the browser does.
  String type(Answer session, SampleCard card);

  /// Says what comes of this merchant's next payment of an amount.
  void next(Merchant merchant, long amount, Outcome outcome);

  /// Says what befalls this merchant's next payment of an amount.
  void next(Merchant merchant, long amount, Trouble trouble);

  /// How many movements of this amount the gateway believes in.
  long movements(Merchant merchant, Movement.Kind kind, long amount);

  /// The sum the gateway still holds for this merchant, in minor units.
  long held(Merchant merchant);

  /// The sum of the merchant's movements of a kind, in minor units.
  long sum(Merchant merchant, Movement.Kind kind);

  void settleDay();

  @Override
  void close();
}
