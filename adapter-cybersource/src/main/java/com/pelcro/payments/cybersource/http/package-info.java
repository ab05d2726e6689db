/// Signed requests to CyberSource and what came back: a reply, certainly nothing sent, or no reply.
@NullMarked
package com.pelcro.payments.cybersource.http;

import org.jspecify.annotations.NullMarked;
