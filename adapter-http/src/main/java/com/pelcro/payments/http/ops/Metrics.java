package com.pelcro.payments.http.ops;

/// All figures, in the text format of Prometheus.
@FunctionalInterface
public interface Metrics {

  String scrape();
}
