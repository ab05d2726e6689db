package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.Duration;
import java.time.Instant;

/// What an adapter brings to be judged by the gateway contracts: itself, and a gateway behind it
/// that does as it is told.
///
/// Scripts apply to the next request that goes out, once. An [Outcome] and a [Trouble] may be set
/// for the same request: a decline whose reply is lost.
public interface GatewayBench extends AutoCloseable {

  GatewayAdapter adapter();

  /// An enabled integration in euros that takes Visa and Mastercard, with credentials that work.
  Integration integration();

  /// The same with credentials the gateway does not accept.
  Integration stranger();

  void next(Outcome outcome);

  void next(Trouble trouble);

  /// Lets what arrives late arrive now, and returns when it has been done.
  void deliverLate();

  /// Decides about the payment that was asked for under these references and is under review.
  void decide(References references, ReviewVerdict verdict);

  /// Closes the gateway's day: what was captured is settled.
  void settleDay();

  /// Look-ups find nothing of what is asked from here on.
  void stopIndex();

  /// Look-ups find everything.
  void catchUpIndex();

  /// The time by the adapter's clock.
  Instant now();

  /// Lets time pass, by the adapter's clock and the gateway's.
  void pass(Duration time);

  /// Does what the browser does: types the card, and gets a token for it.
  SharedSecret type(CardSession session, SampleCard card);

  /// What the gateway believes of the payment asked for under these references; nothing of a
  /// payment it does not know.
  Standing standing(References payment);

  @Override
  void close();
}
