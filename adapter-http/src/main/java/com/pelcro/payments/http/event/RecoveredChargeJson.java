package com.pelcro.payments.http.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.pelcro.payments.http.charge.ChargeJson;

/// A charge as its `GET` shows it, and beside its fields how something lost of it was found again.
record RecoveredChargeJson(@JsonUnwrapped ChargeJson charge, String outcome) {}
