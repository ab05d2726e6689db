/// CyberSource, spoken over REST by hand: its four ports and what it says of itself.
@NullMarked
package com.pelcro.payments.cybersource;

import org.jspecify.annotations.NullMarked;
