package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.Conversation;
import com.pelcro.payments.cybersource.http.CyberSourceClient;
import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.http.Route;
import com.pelcro.payments.cybersource.json.Asked;
import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.cybersource.json.ClientReferenceJson;
import com.pelcro.payments.cybersource.json.FindingReader;
import com.pelcro.payments.cybersource.json.FollowUpJson;
import com.pelcro.payments.cybersource.json.Hits;
import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.cybersource.json.SearchJson;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.Finding.Contradiction;
import com.pelcro.payments.domain.gateway.Finding.Found;
import com.pelcro.payments.domain.gateway.Finding.NotFound;
import com.pelcro.payments.domain.gateway.Finding.Unavailable;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import java.util.List;
import java.util.function.Function;

/// Finds operations by our references: a search names the transaction, its details the outcome.
final class Findings {

  static final Route SEARCHES = Route.of("/tss/v2/searches");

  private static final Finding ANNULLED =
      new Found(
          new GatewayAnswer.Rejection(
              new Failure(FailureCode.ANNULLED, "found, and undone by its reference since")));

  private final CyberSourceClient client;

  Findings(CyberSourceClient client) {
    this.client = client;
  }

  Witnessed<Finding> find(Lookup lookup) {
    var talk = client.begin(lookup.integration(), "find", lookup.references().code());
    var finding =
        client.isOutOfReach(lookup.integration(), lookup.askedAt())
            ? new Unavailable("asked in another merchant account, whose credentials are gone")
            : together(talk.byAccount().stream().map(account -> findIn(account, lookup)).toList());
    return new Witnessed<>(finding, talk.evidence());
  }

  /// Absent is only what is absent everywhere it can have gone.
  private static Finding together(List<Finding> findings) {
    if (findings.isEmpty()) {
      return new Unavailable("the integration's settings cannot be used");
    }
    var found = findings.stream().filter(one -> one instanceof Found).toList();
    if (found.size() > 1) {
      return new Contradiction("found in two merchant accounts");
    }
    return findings.stream()
        .filter(one -> one instanceof Contradiction)
        .findFirst()
        .or(() -> found.stream().findFirst())
        .or(() -> findings.stream().filter(one -> one instanceof Unavailable).findFirst())
        .orElseGet(NotFound::new);
  }

  private static Finding findIn(Conversation talk, Lookup lookup) {
    return search(
        talk,
        lookup,
        lookup.references().code(),
        hits ->
            switch (hits.size()) {
              case 0 -> new NotFound();
              case 1 -> unlessAnnulled(talk, lookup, details(talk, lookup, hits.getFirst()));
              default -> new Contradiction(hits.size() + " transactions under one reference");
            });
  }

  private static Finding search(
      Conversation talk, Lookup lookup, String code, Function<List<Reading>, Finding> next) {
    var query = SearchJson.byCode(code, lookup.askedAt(), talk.now());
    return switch (talk.post(SEARCHES, query)) {
      case Exchange.NotSent(var why) -> new Unavailable(why);
      case Exchange.NoReply(var why) -> new Unavailable(why);
      case Exchange.Reply(int status, var body) when status == 200 || status == 201 ->
          Json.read(body)
              .filter(Hits::isWhole)
              .map(result -> next.apply(Hits.under(code, result)))
              .orElseGet(() -> new Unavailable("a search result that is not whole"));
      case Exchange.Reply(int status, _) -> new Unavailable("the search answered HTTP " + status);
    };
  }

  private static Finding details(Conversation talk, Lookup lookup, Reading hit) {
    var id = hit.text("id").orElseThrow();
    return switch (talk.get(Route.of("/tss/v2/transactions/{id}", id))) {
      case Exchange.NotSent(var why) -> new Unavailable(why);
      case Exchange.NoReply(var why) -> new Unavailable(why);
      case Exchange.Reply(int status, var body) when status == 200 ->
          Json.read(body)
              .map(found -> FindingReader.read(asked(lookup), lookup.references().code(), found))
              .orElseGet(() -> new Unavailable("details that are not whole"));
      case Exchange.Reply(int status, _) -> new Unavailable("the details answered HTTP " + status);
    };
  }

  /// The details of a transaction do not tell that it was undone since, so an annulment of ours
  /// whose answer was lost is looked for as well, and finished: who sent it may not have come to
  /// letting the hold go.
  private static Finding unlessAnnulled(Conversation talk, Lookup lookup, Finding finding) {
    var undoable =
        lookup.kind() == OperationKind.CHARGE
            || lookup.kind() == OperationKind.CAPTURE
            || lookup.kind() == OperationKind.REFUND;
    if (!undoable || !(finding instanceof Found(var outcome)) || !mayStand(outcome)) {
      return finding;
    }
    var suffix =
        lookup.kind() == OperationKind.CHARGE && !lookup.captures()
            ? FollowUpJson.REVERSED
            : FollowUpJson.VOIDED;
    var code = ClientReferenceJson.annulment(lookup.references(), suffix);
    return search(
        talk,
        lookup,
        code,
        hits -> hits.stream().anyMatch(FindingReader::isUndoing) ? undone(talk, lookup) : finding);
  }

  private static Finding undone(Conversation talk, Lookup lookup) {
    return Undoing.isReleased(talk, lookup)
        ? ANNULLED
        : new Unavailable("found undone, and nothing is heard of its hold");
  }

  private static boolean mayStand(GatewayAnswer outcome) {
    return switch (outcome) {
      case GatewayAnswer.Approval _, GatewayAnswer.Hold _, GatewayAnswer.Review _ -> true;
      case GatewayAnswer.Decline _,
          GatewayAnswer.Rejection _,
          GatewayAnswer.NotSent _,
          GatewayAnswer.NoAnswer _ ->
          false;
    };
  }

  private static Asked asked(Lookup lookup) {
    var kind =
        switch (lookup.kind()) {
          case CHARGE -> lookup.captures() ? Kind.SALE : Kind.AUTHORIZATION;
          case CAPTURE -> Kind.CAPTURE;
          case VOID -> Kind.VOID;
          case RELEASE -> Kind.RELEASE;
          case REFUND -> Kind.REFUND;
          case SAVE_CARD -> Kind.VERIFICATION;
        };
    return new Asked(kind, lookup.amount(), null, CardKeeping.storing(lookup.integration()), null);
  }
}
