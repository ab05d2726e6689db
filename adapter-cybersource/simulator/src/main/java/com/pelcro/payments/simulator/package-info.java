/// A runnable stand-in for the gateway: it knows CyberSource's contract, not our reading of it.
@NullMarked
package com.pelcro.payments.simulator;

import org.jspecify.annotations.NullMarked;
