/// The server: from a request to a call, from a reply to a response.
@NullMarked
package com.pelcro.payments.http.server;

import org.jspecify.annotations.NullMarked;
