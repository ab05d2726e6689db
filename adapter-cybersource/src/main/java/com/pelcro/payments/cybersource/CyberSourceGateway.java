package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.Conversation;
import com.pelcro.payments.cybersource.http.CyberSourceClient;
import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.http.Route;
import com.pelcro.payments.cybersource.json.Asked;
import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.cybersource.json.FollowUpJson;
import com.pelcro.payments.cybersource.json.PaymentJson;
import com.pelcro.payments.cybersource.json.SearchJson;
import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.ConnectionCheck;
import com.pelcro.payments.domain.gateway.ConnectionCheck.Verdict;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.site.Integration;
import java.util.Locale;

/// Moves money through CyberSource.
final class CyberSourceGateway implements PaymentGateway {

  private static final Route PAYMENTS = Route.of("/pts/v2/payments");

  private final CyberSourceClient client;
  private final Findings findings;
  private final Undoing undoing;

  CyberSourceGateway(CyberSourceClient client) {
    this.client = client;
    this.findings = new Findings(client);
    this.undoing = new Undoing(client);
  }

  @Override
  public Witnessed<GatewayAnswer> sale(Instruction instruction) {
    return pay(Kind.SALE, instruction);
  }

  @Override
  public Witnessed<GatewayAnswer> authorize(Instruction instruction) {
    return pay(Kind.AUTHORIZATION, instruction);
  }

  @Override
  public Witnessed<GatewayAnswer> capture(FollowUp followUp) {
    var route = Route.of("/pts/v2/payments/{id}/captures", followUp.target().transactionId());
    return follow(Kind.CAPTURE, route, followUp, FollowUpJson.taking(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> undo(FollowUp followUp) {
    return follow(
        Kind.VOID, route(followUp.target(), "voids"), followUp, FollowUpJson.voiding(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> release(FollowUp followUp) {
    var route = Route.of("/pts/v2/payments/{id}/reversals", followUp.target().transactionId());
    return follow(Kind.RELEASE, route, followUp, FollowUpJson.releasing(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> refund(FollowUp followUp) {
    return follow(
        Kind.REFUND, route(followUp.target(), "refunds"), followUp, FollowUpJson.taking(followUp));
  }

  @Override
  public Witnessed<Finding> find(Lookup lookup) {
    return findings.find(lookup);
  }

  @Override
  public Witnessed<Annulment> annul(Lookup lookup) {
    return undoing.annul(lookup);
  }

  /// Searches for anything at all, with the present credentials alone.
  @Override
  public ConnectionCheck check(Integration integration) {
    var talk = client.beginStrictly(integration, "check");
    return talk.isPossible()
        ? verdict(talk.post(Findings.SEARCHES, SearchJson.anything()))
        : new ConnectionCheck(Verdict.MISCONFIGURED, "the settings are incomplete or malformed");
  }

  private static ConnectionCheck verdict(Exchange exchange) {
    return switch (exchange) {
      case Exchange.NotSent(var why) -> new ConnectionCheck(Verdict.UNREACHABLE, why);
      case Exchange.NoReply(var why) -> new ConnectionCheck(Verdict.UNREACHABLE, why);
      case Exchange.Reply(int status, _) ->
          new ConnectionCheck(verdict(status), "the gateway answered HTTP " + status);
    };
  }

  private static Verdict verdict(int status) {
    return switch (status) {
      case 200, 201 -> Verdict.OK;
      case 401 -> Verdict.CREDENTIALS_REJECTED;
      default -> VaultReplies.isRefusal(status) ? Verdict.MISCONFIGURED : Verdict.UNREACHABLE;
    };
  }

  private Witnessed<GatewayAnswer> follow(
      Kind kind, Route route, FollowUp followUp, FollowUpJson body) {
    var talk = begin(kind, followUp.integration(), followUp.references().code());
    var asked = Asked.followUp(kind, followUp.amount(), followUp.target().transactionId());
    var answer = Answers.read(asked, talk.post(route, body));
    return new Witnessed<>(answer, talk.evidence());
  }

  private static Route route(Target target, String what) {
    return switch (target) {
      case Target.Payment(var id) -> Route.of("/pts/v2/payments/{id}/" + what, id);
      case Target.Capture(var id) -> Route.of("/pts/v2/captures/{id}/" + what, id);
    };
  }

  private Witnessed<GatewayAnswer> pay(Kind kind, Instruction instruction) {
    var talk = begin(kind, instruction.integration(), instruction.references().code());
    var answer = pay(talk, kind, instruction);
    return new Witnessed<>(answer, talk.evidence());
  }

  private static GatewayAnswer pay(Conversation talk, Kind kind, Instruction asked) {
    return switch (asked.source()) {
      case PaymentSource.Stored stored -> payStored(talk, kind, asked, stored);
      case PaymentSource.Once once when CardKeeping.isNumbered(once.card()) ->
          payNumbered(talk, kind, asked, once);
      case PaymentSource.Once once -> payTyped(talk, kind, asked, once);
      case PaymentSource.ToKeep keep when CardKeeping.isNumbered(keep.card()) ->
          keepNumbered(talk, kind, asked, keep);
      case PaymentSource.ToKeep keep -> keepTyped(talk, kind, asked, keep);
    };
  }

  private static GatewayAnswer payStored(
      Conversation talk, Kind kind, Instruction instruction, PaymentSource.Stored source) {
    var asked = Asked.payment(kind, instruction.amount(), source.card().network(), null);
    var body = PaymentJson.stored(instruction, kind == Kind.SALE, source.token(), source.card());
    return Answers.read(asked, talk.post(PAYMENTS, body));
  }

  private static GatewayAnswer payTyped(
      Conversation talk, Kind kind, Instruction instruction, PaymentSource.Once source) {
    var network = source.card().card().network();
    var asked = Asked.payment(kind, instruction.amount(), network, null);
    var body = PaymentJson.typed(instruction, kind == Kind.SALE, source.card(), null);
    return Answers.read(asked, talk.post(PAYMENTS, body));
  }

  private static GatewayAnswer keepTyped(
      Conversation talk, Kind kind, Instruction instruction, PaymentSource.ToKeep source) {
    return CardKeeping.withCustomer(
        talk,
        source.owner(),
        instruction.references(),
        customer -> {
          var storing = CardKeeping.storing(instruction.integration(), customer);
          var network = source.card().card().network();
          var asked = Asked.payment(kind, instruction.amount(), network, storing);
          var body = PaymentJson.typed(instruction, kind == Kind.SALE, source.card(), customer);
          return Answers.read(asked, talk.post(PAYMENTS, body));
        });
  }

  private static GatewayAnswer payNumbered(
      Conversation talk, Kind kind, Instruction instruction, PaymentSource.Once source) {
    return CardKeeping.withIdentifier(
        source.card(),
        identifier -> {
          var network = source.card().card().network();
          var asked = Asked.payment(kind, instruction.amount(), network, null);
          var body =
              PaymentJson.numbered(instruction, kind == Kind.SALE, source.card(), identifier);
          return Answers.read(asked, talk.post(PAYMENTS, body));
        });
  }

  /// The payment stands whether or not its card could be stored.
  private static GatewayAnswer keepNumbered(
      Conversation talk, Kind kind, Instruction instruction, PaymentSource.ToKeep source) {
    var answer = payNumbered(talk, kind, instruction, new PaymentSource.Once(source.card()));
    return answer instanceof GatewayAnswer.Approval(var reference, _)
        ? CardKeeping.withIdentifier(
            source.card(),
            identifier ->
                new GatewayAnswer.Approval(
                    reference,
                    VaultReplies.resource(
                            CardKeeping.storeStandAlone(talk, source.card(), identifier))
                        .flatMap(stored -> stored.text("id"))
                        .map(
                            id -> CardKeeping.standAlone(instruction.integration(), id, identifier))
                        .orElse(null)))
        : answer;
  }

  private Conversation begin(Kind kind, Integration integration, String reference) {
    return client.begin(integration, kind.name().toLowerCase(Locale.ROOT), reference);
  }
}
