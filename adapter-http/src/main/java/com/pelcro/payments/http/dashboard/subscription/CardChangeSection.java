package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.paymentmethod.ListPaymentMethods;
import com.pelcro.payments.application.subscription.ChangeSubscription;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.dashboard.charge.ChargeRow;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;

/// Charging a subscription to another of the customer's cards.
public final class CardChangeSection implements Section {

  private static final String PATH = SubscriptionSection.ONE + "/card";

  /// The page that asks for the card.
  public record CardPage(String href, Form form, List<Choice> cards) {}

  private final Subject subject;
  private final ListPaymentMethods methods;
  private final ChangeSubscription change;
  private final Html html;

  @Inject
  public CardChangeSection(
      Subject subject, ListPaymentMethods methods, ChangeSubscription change, Html html) {
    this.subject = subject;
    this.methods = methods;
    this.change = change;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(PATH, this::ask), Door.post(PATH, this::change));
  }

  private Reply.Answer ask(Inquiry inquiry) {
    return subject
        .of(inquiry)
        .map(subscription -> page(200, inquiry, subscription, Form.empty()))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer change(Inquiry inquiry) {
    return subject
        .of(inquiry)
        .map(subscription -> change(inquiry, subscription))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer change(Inquiry inquiry, Subscription subscription) {
    return PageCall.read(inquiry.call().field("card"), PaymentMethodId::new)
        .map(card -> change(inquiry, subscription, card))
        .orElseGet(() -> wrong(inquiry, subscription, "Choose a card"));
  }

  private Reply.Answer change(Inquiry inquiry, Subscription subscription, PaymentMethodId card) {
    var request =
        new ChangeSubscription.Request(
            subscription.site(), subscription.id(), card, null, UnaryOperator.identity());
    return switch (change.change(request)) {
      case Done<Subscription> _ -> Html.see(Subject.href(inquiry, subscription) + "?done=saved");
      case Refused(var refusal) -> wrong(inquiry, subscription, Refusals.text(refusal));
    };
  }

  private Reply.Answer wrong(Inquiry inquiry, Subscription subscription, String why) {
    var form = Form.sent(inquiry.call(), List.of(), List.of(new Fault("card", why)));
    return page(422, inquiry, subscription, form);
  }

  private Reply.Answer page(int status, Inquiry inquiry, Subscription subscription, Form form) {
    var all =
        methods.list(subscription.site(), subscription.customer(), new Window(Window.MOST, null));
    List<PaymentMethod> rows = all instanceof Done(var slice) ? slice.rows() : List.of();
    var cards =
        rows.stream()
            .filter(PaymentMethod::isActive)
            .map(
                method ->
                    new Choice(
                        method.id().value(),
                        ChargeRow.card(method.card()),
                        method.id().equals(subscription.method())))
            .toList();
    var page = new CardPage(Subject.href(inquiry, subscription), form, cards);
    return html.page(
        status, inquiry, Menu.SUBSCRIPTIONS, "Change the card", "subscription/card.jte", page);
  }
}
