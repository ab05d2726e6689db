package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.Conversation;
import com.pelcro.payments.cybersource.http.CyberSourceClient;
import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.http.Route;
import com.pelcro.payments.cybersource.json.Annulments;
import com.pelcro.payments.cybersource.json.FollowUpJson;
import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.Annulment.Annulled;
import com.pelcro.payments.domain.gateway.Annulment.NothingThere;
import com.pelcro.payments.domain.gateway.Annulment.Unknown;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import java.util.List;
import java.util.stream.IntStream;

/// Undoes operations by our references alone, when their answers were lost.
final class Undoing {

  private static final Route VOIDS = Route.of("/pts/v2/voids");
  private static final int RELEASES = 5;
  private static final Route REVERSALS = Route.of("/pts/v2/reversals");

  private final CyberSourceClient client;

  Undoing(CyberSourceClient client) {
    this.client = client;
  }

  Witnessed<Annulment> annul(Lookup lookup) {
    var talk = client.begin(lookup.integration(), "annul", lookup.references().code());
    var outcomes = talk.byAccount().stream().map(account -> annulIn(account, lookup)).toList();
    return new Witnessed<>(together(outcomes), talk.evidence());
  }

  /// Nothing is there only where nothing is in any account it can have gone to.
  private static Annulment together(List<Annulment> outcomes) {
    return outcomes.stream()
        .filter(one -> one instanceof Annulled)
        .findFirst()
        .or(() -> outcomes.stream().filter(one -> one instanceof Unknown).findFirst())
        .or(() -> outcomes.stream().findFirst())
        .orElseGet(() -> new Unknown("the integration's settings cannot be used"));
  }

  private static Annulment annulIn(Conversation talk, Lookup lookup) {
    return switch (lookup.kind()) {
      case CHARGE -> lookup.captures() ? undoSale(talk, lookup) : reverse(talk, lookup);
      case CAPTURE, REFUND -> read(talk.post(VOIDS, FollowUpJson.timeoutVoid(lookup)));
      case SAVE_CARD -> new NothingThere("a verification holds no money");
      case VOID, RELEASE -> new Unknown("what undoes cannot be undone");
    };
  }

  /// Voiding a sale leaves its hold, and a sale whose capture never ran has a hold alone: the
  /// reversal is asked for either way, and again while nothing is heard of it, for it moves no
  /// money and is answered alike the second time. A hold left over is the issuer's to let expire.
  private static Annulment undoSale(Conversation talk, Lookup lookup) {
    var undone = read(talk.post(VOIDS, FollowUpJson.timeoutVoid(lookup)));
    return switch (undone) {
      case Annulled annulled -> {
        var _ = isReleased(talk, lookup);
        yield annulled;
      }
      case NothingThere nothing ->
          reverse(talk, lookup) instanceof Annulled annulled ? annulled : nothing;
      case Unknown unknown -> unknown;
    };
  }

  /// Lets the hold of a sale go that is known to be voided, and says whether that was heard. What
  /// leaves no hold needs no asking.
  static boolean isReleased(Conversation talk, Lookup lookup) {
    if (lookup.kind() != OperationKind.CHARGE || !lookup.captures()) {
      return true;
    }
    return IntStream.range(0, RELEASES)
        .mapToObj(_ -> reverse(talk, lookup))
        .anyMatch(reversed -> !(reversed instanceof Unknown));
  }

  private static Annulment reverse(Conversation talk, Lookup lookup) {
    return read(talk.post(REVERSALS, FollowUpJson.timeoutReversal(lookup)));
  }

  private static Annulment read(Exchange exchange) {
    return switch (exchange) {
      case Exchange.NotSent(var why) -> new Unknown(why);
      case Exchange.NoReply(var why) -> new Unknown(why);
      case Exchange.Reply(int status, var body) -> Annulments.read(status, body);
    };
  }
}
