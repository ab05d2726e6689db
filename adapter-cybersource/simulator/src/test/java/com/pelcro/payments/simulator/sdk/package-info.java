/// The simulator in the hands of software that others wrote: the gateway's own Java SDK, and a real
/// browser.
@NullMarked
package com.pelcro.payments.simulator.sdk;

import org.jspecify.annotations.NullMarked;
