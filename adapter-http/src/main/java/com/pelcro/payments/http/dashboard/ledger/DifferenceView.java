package com.pelcro.payments.http.dashboard.ledger;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A difference between the gateway's books and ours.
///
/// @param meaning what its type means, in a sentence
/// @param charge where the charge's page is, if it is about one
public record DifferenceView(
    String id,
    String href,
    String type,
    String meaning,
    Badge status,
    @Nullable String here,
    @Nullable String there,
    String detail,
    @Nullable String code,
    @Nullable String transactionId,
    @Nullable String charge,
    Moment firstSeen,
    Moment lastSeen,
    boolean isOpen,
    @Nullable String note) {

  /// A part of the list.
  public record Page(
      String href,
      List<Choice> statuses,
      List<DifferenceView> rows,
      List<Run> runs,
      @Nullable String next) {}

  /// One comparison.
  public record Run(
      Moment at, Badge status, int operations, int differences, List<String> problems) {

    static Run of(Reconciliation run, ZoneId zone) {
      var badge =
          switch (run.status()) {
            case RUNNING -> new Badge("Running", "wait");
            case COMPLETE -> new Badge("Complete", "good");
            case INCOMPLETE -> new Badge("Incomplete", "bad");
          };
      return new Run(
          Words.at(run.startedAt(), zone),
          badge,
          run.tally().operations(),
          run.tally().differences(),
          run.problems());
    }
  }

  /// The page of one difference, with the form that closes it.
  public record One(DifferenceView difference, Form form, String back) {}

  static DifferenceView of(Difference difference, String base, ZoneId zone) {
    var matter = difference.matter();
    var operation = matter.operation();
    var here = matter.here();
    var there = matter.there();
    var closing = difference.closing();
    return new DifferenceView(
        difference.id().value(),
        base + "/reconciliation/" + difference.id(),
        Words.human(difference.type().code()),
        meaning(difference),
        status(difference),
        here == null ? null : here.toString(),
        there == null ? null : there.toString(),
        Words.sentence(difference.detail()),
        matter.code(),
        matter.gatewayTransactionId(),
        operation != null && operation.subject() instanceof ChargeId charge
            ? base + "/charges/" + charge
            : null,
        Words.at(difference.firstSeenAt(), zone),
        Words.at(difference.lastSeenAt(), zone),
        difference.status() != Difference.Status.CLOSED,
        closing == null ? null : closing.note());
  }

  private static Badge status(Difference difference) {
    return switch (difference.status()) {
      case OPEN -> new Badge("Open", "bad");
      case RESOLVED -> new Badge("Resolved", "good");
      case CLOSED -> new Badge("Closed", "calm");
    };
  }

  private static String meaning(Difference difference) {
    return switch (difference.type()) {
      case MISSING_HERE -> "The gateway moved money of which we know nothing, or nothing yet.";
      case MISSING_THERE -> "We count on money of which the gateway's books say nothing.";
      case AMOUNT -> "Both know of it, over different amounts.";
      case CURRENCY -> "Both know of it, in different currencies.";
      case STATUS -> "Both know of it, and not of the same outcome.";
      case DUPLICATE -> "The gateway did it more than once under one reference.";
    };
  }
}
