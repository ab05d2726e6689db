package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.charge.FindCharge;
import com.pelcro.payments.application.charge.ReadTimeline;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.application.recovery.ResolveCharge;
import com.pelcro.payments.application.recovery.ResolveCharge.Decision;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Door.Opens;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// An operator's word about a charge of which something could not be proven.
public final class DecisionSection implements Section {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_ID = 60;

  /// The page that asks for it.
  public record Question(
      String amount, String href, Form form, List<Choice> decisions, List<Choice> operations) {}

  private final FindCharge find;
  private final ReadTimeline timeline;
  private final ResolveCharge resolve;
  private final Html html;

  @Inject
  public DecisionSection(FindCharge find, ReadTimeline timeline, ResolveCharge resolve, Html html) {
    this.find = find;
    this.timeline = timeline;
    this.resolve = resolve;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get(ChargeSection.ONE + "/resolve", this::ask).to(Opens.OPERATOR_AT_SITE),
        Door.post(ChargeSection.ONE + "/resolve", this::decide).to(Opens.OPERATOR_AT_SITE));
  }

  private Reply.Answer ask(Inquiry inquiry) {
    return charge(inquiry)
        .map(charge -> page(200, inquiry, charge, Form.empty()))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer decide(Inquiry inquiry) {
    return charge(inquiry)
        .map(charge -> decide(inquiry, charge))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Optional<Charge> charge(Inquiry inquiry) {
    return inquiry
        .call()
        .id("charge", ChargeId::new)
        .flatMap(
            id ->
                find.find(inquiry.site().id(), id) instanceof Done(var charge)
                    ? Optional.of(charge)
                    : Optional.empty());
  }

  private Reply.Answer decide(Inquiry inquiry, Charge charge) {
    var call = inquiry.call();
    var faults = faults(call);
    var decision = decision(call);
    if (decision.isEmpty() || !faults.isEmpty()) {
      return page(422, inquiry, charge, Form.sent(call, List.of(), faults));
    }
    var request =
        new ResolveCharge.Request(
            charge.site(),
            charge.id(),
            PageCall.read(call.field("operation"), OperationId::new).orElse(null),
            decision.get(),
            call.field("reason"));
    return switch (resolve.resolve(request)) {
      case Done<Charge> _ -> Html.see(inquiry.path("/charges/" + charge.id() + "?done=resolved"));
      case Refused(var refusal) -> {
        var fault = new Fault(null, Refusals.text(refusal));
        yield page(422, inquiry, charge, Form.sent(call, List.of(), List.of(fault)));
      }
    };
  }

  private static List<Fault> faults(PageCall call) {
    var faults = new ArrayList<Fault>();
    if (decision(call).isEmpty()) {
      faults.add(new Fault("decision", "Say what you found out"));
    }
    var id = call.field("gateway_transaction_id");
    if (call.field("decision").equals("adopt") && (id.isEmpty() || id.length() > LONGEST_ID)) {
      faults.add(new Fault("gateway_transaction_id", "Name it as the gateway does"));
    }
    var reason = call.field("reason");
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      faults.add(new Fault("reason", "Say why, in at most " + LONGEST_REASON + " characters"));
    }
    return faults;
  }

  private static Optional<Decision> decision(PageCall call) {
    return switch (call.field("decision")) {
      case "adopt" -> Optional.of(new Decision.Adopt(call.field("gateway_transaction_id")));
      case "absent" -> Optional.of(new Decision.Absent());
      case "dismiss" -> Optional.of(new Decision.Dismiss());
      default -> Optional.empty();
    };
  }

  private Reply.Answer page(int status, Inquiry inquiry, Charge charge, Form form) {
    var chosen = form.value("decision");
    var decisions =
        List.of(
            new Choice("adopt", "It happened: the gateway shows it", chosen.equals("adopt")),
            new Choice(
                "absent", "It never happened: the gateway has nothing", chosen.equals("absent")),
            new Choice(
                "dismiss",
                "Nothing is open: the contradiction is explained",
                chosen.equals("dismiss")));
    var href = inquiry.path("/charges/" + charge.id());
    var page =
        new Question(charge.amount().toString(), href, form, decisions, operations(charge, form));
    return html.page(status, inquiry, Menu.CHARGES, "Resolve", "charge/resolve.jte", page);
  }

  private List<Choice> operations(Charge charge, Form form) {
    var choices = new LinkedHashMap<String, Choice>();
    choices.put("", new Choice("", "The only one that is open", false));
    if (timeline.read(charge.site(), charge.id()) instanceof Done(var steps)) {
      for (Step step : steps) {
        var id = step.operation().value();
        var label = step.kind().code() + " of " + step.amount() + ", " + id;
        choices.put(id, new Choice(id, label, id.equals(form.value("operation"))));
      }
    }
    return List.copyOf(choices.values());
  }
}
