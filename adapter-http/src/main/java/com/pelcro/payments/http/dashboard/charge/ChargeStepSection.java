package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.charge.CaptureCharge;
import com.pelcro.payments.application.charge.FindCharge;
import com.pelcro.payments.application.charge.VoidCharge;
import com.pelcro.payments.application.refund.CreateRefund;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.MoneyText;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// What is done with a charge's money by hand: refund, void, capture. Each is asked for once more
/// before it is done, and the page that asks names the intention, so it is done once.
public final class ChargeStepSection implements Section {

  private static final int LONGEST_REASON = 255;

  private final FindCharge find;
  private final CreateRefund refund;
  private final VoidCharge undo;
  private final CaptureCharge capture;
  private final Html html;

  @Inject
  public ChargeStepSection(
      FindCharge find, CreateRefund refund, VoidCharge undo, CaptureCharge capture, Html html) {
    this.find = find;
    this.refund = refund;
    this.undo = undo;
    this.capture = capture;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get(ChargeSection.ONE + "/refund", with(this::refundForm)),
        Door.post(ChargeSection.ONE + "/refund", with(this::refund)),
        Door.get(ChargeSection.ONE + "/void", with(this::voidForm)),
        Door.post(ChargeSection.ONE + "/void", with(this::undo)),
        Door.get(ChargeSection.ONE + "/capture", with(this::captureForm)),
        Door.post(ChargeSection.ONE + "/capture", with(this::capture)));
  }

  private Door.Maker with(BiFunction<Inquiry, Charge, Reply.Answer> page) {
    return inquiry ->
        inquiry
            .call()
            .id("charge", ChargeId::new)
            .map(id -> find.find(inquiry.site().id(), id))
            .map(
                found ->
                    switch (found) {
                      case Done(var charge) -> page.apply(inquiry, charge);
                      case Refused(var refusal) -> html.refused(inquiry, refusal);
                    })
            .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer refundForm(Inquiry inquiry, Charge charge) {
    var form = Form.of(Map.of("amount", MoneyText.number(charge.refundable())));
    return step(200, inquiry, MoneyStep.refund(charge, form, href(inquiry, charge)));
  }

  private Reply.Answer refund(Inquiry inquiry, Charge charge) {
    var amount = amount(inquiry, charge.refundable());
    var reason = inquiry.call().field("reason");
    if (amount instanceof Refused(var refusal)) {
      return wrong(inquiry, charge, MoneyStep::refund, refusal);
    }
    if (reason.length() > LONGEST_REASON) {
      var fault = new Fault("reason", "At most " + LONGEST_REASON + " characters");
      return step(
          422, inquiry, MoneyStep.refund(charge, sent(inquiry, fault), href(inquiry, charge)));
    }
    var asked = ((Done<Money>) amount).value();
    if (!isConfirmed(inquiry)) {
      var step = MoneyStep.refund(charge, sent(inquiry), href(inquiry, charge));
      return step(200, inquiry, step.confirming(asked));
    }
    var request =
        new CreateRefund.Request(
            inquiry.intent(),
            charge.id(),
            asked(asked),
            reason.isEmpty() ? null : reason,
            Map.of());
    return done(inquiry, charge, refund.create(request), "refunded", MoneyStep::refund);
  }

  private Reply.Answer voidForm(Inquiry inquiry, Charge charge) {
    return step(200, inquiry, MoneyStep.undo(charge, Form.empty(), href(inquiry, charge)));
  }

  private Reply.Answer undo(Inquiry inquiry, Charge charge) {
    var undone = undo.undo(inquiry.intent(), charge.id());
    return done(inquiry, charge, undone, "voided", MoneyStep::undo);
  }

  private Reply.Answer captureForm(Inquiry inquiry, Charge charge) {
    var form = Form.of(Map.of("amount", MoneyText.number(charge.amount())));
    return step(200, inquiry, MoneyStep.capture(charge, form, href(inquiry, charge)));
  }

  private Reply.Answer capture(Inquiry inquiry, Charge charge) {
    return switch (amount(inquiry, charge.amount())) {
      case Refused(var refusal) -> wrong(inquiry, charge, MoneyStep::capture, refusal);
      case Done(var asked) -> {
        if (!isConfirmed(inquiry)) {
          var step = MoneyStep.capture(charge, sent(inquiry), href(inquiry, charge));
          yield step(200, inquiry, step.confirming(asked));
        }
        var request = new CaptureCharge.Request(inquiry.intent(), charge.id(), asked(asked));
        yield done(inquiry, charge, capture.capture(request), "captured", MoneyStep::capture);
      }
    };
  }

  private <T> Reply.Answer done(
      Inquiry inquiry, Charge charge, Result<T> result, String notice, MoneyStep.Maker step) {
    return switch (result) {
      case Done<T> _ -> Html.see(href(inquiry, charge) + "?done=" + notice);
      case Refused(var refusal) -> wrong(inquiry, charge, step, refusal);
    };
  }

  private Reply.Answer wrong(
      Inquiry inquiry, Charge charge, MoneyStep.Maker step, Refusal refusal) {
    var field =
        refusal instanceof Refusal.AmountTooLarge || refusal instanceof Refusal.InvalidFields
            ? "amount"
            : null;
    var fault = new Fault(field, Refusals.text(refusal));
    return step(422, inquiry, step.make(charge, sent(inquiry, fault), href(inquiry, charge)));
  }

  private static Form sent(Inquiry inquiry, Fault... faults) {
    return Form.sent(inquiry.call(), List.of(Inquiry.ONCE), List.of(faults));
  }

  private static boolean isConfirmed(Inquiry inquiry) {
    return inquiry.call().field("confirmed").equals("yes");
  }

  private static Result<Money> amount(Inquiry inquiry, Money most) {
    return MoneyText.read(inquiry.call().field("amount"), most.currency())
        .filter(money -> !money.isZero())
        .<Result<Money>>map(
            money ->
                most.covers(money)
                    ? new Done<>(money)
                    : new Refused<>(new Refusal.AmountTooLarge(money, most)))
        .orElseGet(
            () ->
                new Refused<>(
                    new Refusal.InvalidFields(
                        List.of(
                            new Refusal.FieldProblem(
                                "/amount",
                                Refusal.FieldProblem.Kind.INVALID,
                                "Write the amount like 19.90")))));
  }

  private static AskedAmount asked(Money money) {
    return new AskedAmount(money.minorUnits(), money.currency());
  }

  private static String href(Inquiry inquiry, Charge charge) {
    return inquiry.path("/charges/" + charge.id());
  }

  private Reply.Answer step(int status, Inquiry inquiry, MoneyStep step) {
    return html.page(status, inquiry, Menu.CHARGES, step.title(), "charge/step.jte", step);
  }
}
