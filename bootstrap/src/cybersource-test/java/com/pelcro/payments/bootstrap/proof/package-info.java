/// Proof by force: the service as a process that is killed, cut off and lied to, and the money
/// counted afterwards.
@NullMarked
package com.pelcro.payments.bootstrap.proof;

import org.jspecify.annotations.NullMarked;
