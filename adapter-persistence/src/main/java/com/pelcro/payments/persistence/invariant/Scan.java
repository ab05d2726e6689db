package com.pelcro.payments.persistence.invariant;

/// How an invariant is looked for, some thousand rows at a time, so that no statement runs into its
/// time limit however large a table is: where the part after `:after` ends, and what is broken in
/// it.
record Scan(String begin, String last, String end, String broken) {

  private static final String CHARGES =
      """
      SELECT charge_id AS at FROM charges WHERE site_id = :site AND charge_id > :after
      ORDER BY charge_id OFFSET :skip LIMIT 1
      """;

  private static final String OPERATIONS =
      """
      SELECT operation_id AS at FROM operations WHERE site_id = :site AND operation_id > :after
      ORDER BY operation_id OFFSET :skip LIMIT 1
      """;

  private static final String RENEWALS =
      """
      SELECT renewal_id AS at FROM renewals WHERE site_id = :site AND renewal_id > :after
      ORDER BY renewal_id OFFSET :skip LIMIT 1
      """;

  private static final String SUBSCRIPTIONS =
      """
      SELECT subscription_id AS at FROM subscriptions
      WHERE site_id = :site AND subscription_id > :after
      ORDER BY subscription_id OFFSET :skip LIMIT 1
      """;

  private static final String EVENTS =
      """
      SELECT sequence::text AS at FROM events
      WHERE site_id = :site AND sequence > CAST(:after AS bigint)
      ORDER BY sequence OFFSET :skip LIMIT 1
      """;

  /// Greater than any id.
  private static final String LAST_ID = "~";

  private static final String LAST_NUMBER = Long.toString(Long.MAX_VALUE);

  static Scan charges(String broken) {
    return new Scan("", LAST_ID, CHARGES, broken);
  }

  static Scan operations(String broken) {
    return new Scan("", LAST_ID, OPERATIONS, broken);
  }

  static Scan renewals(String broken) {
    return new Scan("", LAST_ID, RENEWALS, broken);
  }

  static Scan subscriptions(String broken) {
    return new Scan("", LAST_ID, SUBSCRIPTIONS, broken);
  }

  static Scan events(String broken) {
    return new Scan("0", LAST_NUMBER, EVENTS, broken);
  }
}
