package com.pelcro.payments.http.server;

/// What a route does. Runs on a virtual thread and may block.
@FunctionalInterface
public interface Endpoint {

  Reply handle(Call call);
}
