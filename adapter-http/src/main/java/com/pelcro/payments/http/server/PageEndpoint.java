package com.pelcro.payments.http.server;

/// What makes a page. Runs on a virtual thread and may block.
@FunctionalInterface
public interface PageEndpoint {

  Reply.Sendable handle(PageCall call);
}
