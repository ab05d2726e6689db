package com.pelcro.payments.domain.reconciliation;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One comparison of the gateway's books with ours over a period, of one site or of all.
public record Reconciliation(
    ReconciliationId id,
    @Nullable SiteId site,
    Instant from,
    Instant to,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Tally tally,
    List<String> problems) {

  /// How far a comparison has come.
  public enum Status {
    RUNNING,
    /// Every account was compared.
    COMPLETE,
    /// Some account could not be compared.
    INCOMPLETE;

    /// The name in the API.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What was compared, and what came of it; `differences` are those that stand open, `news` those
  /// nobody had seen before.
  public record Tally(int accounts, int entries, int operations, int differences, int news) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Tally more) {
      return new Tally(
          accounts + more.accounts,
          entries + more.entries,
          operations + more.operations,
          differences + more.differences,
          news + more.news);
    }
  }

  public Reconciliation {
    problems = List.copyOf(problems);
  }

  public static Reconciliation begun(
      @Nullable SiteId site, Instant from, Instant to, Instant startedAt) {
    return new Reconciliation(
        ReconciliationId.next(), site, from, to, startedAt, null, Tally.NONE, List.of());
  }

  public Reconciliation finished(Tally counted, List<String> unread, Instant at) {
    return new Reconciliation(id, site, from, to, startedAt, at, counted, unread);
  }

  public Status status() {
    if (finishedAt == null) {
      return Status.RUNNING;
    }
    return problems.isEmpty() ? Status.COMPLETE : Status.INCOMPLETE;
  }
}
