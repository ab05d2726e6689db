package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.domain.cardsession.CardSessionId;

/// What became of one card form.
///
/// @param first the session it was opened with
/// @param renewals how many sessions followed that one
/// @param isSpent whether a card was taken from any of them
public record FormHistory(CardSessionId first, int renewals, boolean isSpent) {}
