package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.operation.Outcome;
import com.pelcro.payments.domain.operation.Proof;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// What there is to do about an operation somebody has to look at, by what is known of it.
final class Recoveries {

  private final Search search;
  private final ReviewWatch reviews;
  private final ReleaseWatch releases;
  private final OrphanWatch orphans;
  private final Operations operations;

  @Inject
  Recoveries(
      Search search,
      ReviewWatch reviews,
      ReleaseWatch releases,
      OrphanWatch orphans,
      Operations operations) {
    this.search = search;
    this.reviews = reviews;
    this.releases = releases;
    this.orphans = orphans;
    this.operations = operations;
  }

  void look(Lost lost, @Nullable Conclusion conclusion) {
    if (conclusion == null) {
      search.look(lost);
    } else if (conclusion.outcome() == Outcome.REVIEW) {
      reviews.look(lost);
    } else if (releases.areFor(lost)) {
      releases.look(lost, conclusion);
    } else if (isUnfound(conclusion.proof())) {
      orphans.look(lost, conclusion);
    } else {
      operations.lookAgain(lost.operation(), null);
    }
  }

  private static boolean isUnfound(Proof proof) {
    return switch (proof) {
      case ANNULLED, ABSENT, OPERATOR -> true;
      case ANSWER, FOUND -> false;
    };
  }
}
