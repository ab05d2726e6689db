/// Logging in and out.
@NullMarked
package com.pelcro.payments.http.dashboard.login;

import org.jspecify.annotations.NullMarked;
