/// Programs that do nothing but ask the gateway, by our adapter or by the official SDK.
@NullMarked
package com.pelcro.payments.benchmarks.client;

import org.jspecify.annotations.NullMarked;
