package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.subscription.ChangeSubscription;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Field;
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
import java.util.function.UnaryOperator;

/// What a subscription costs from its next period on.
public final class PriceChangeSection implements Section {

  private static final String PATH = SubscriptionSection.ONE + "/price";

  /// The page that asks for the price.
  public record PricePage(String href, Form form, Field amount) {}

  private final Subject subject;
  private final ChangeSubscription change;
  private final Html html;

  @Inject
  public PriceChangeSection(Subject subject, ChangeSubscription change, Html html) {
    this.subject = subject;
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
        .map(one -> page(200, inquiry, one, stored(one)))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private static Form stored(Subscription subscription) {
    return Form.of(Map.of("amount", MoneyText.number(subscription.amount())));
  }

  private Reply.Answer change(Inquiry inquiry) {
    return subject
        .of(inquiry)
        .map(one -> change(inquiry, one))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer change(Inquiry inquiry, Subscription subscription) {
    return MoneyText.read(inquiry.call().field("amount"), subscription.amount().currency())
        .filter(amount -> !amount.isZero())
        .map(amount -> change(inquiry, subscription, amount))
        .orElseGet(() -> wrong(inquiry, subscription, "Write the amount like 19.90"));
  }

  private Reply.Answer change(Inquiry inquiry, Subscription subscription, Money amount) {
    var request =
        new ChangeSubscription.Request(
            subscription.site(),
            subscription.id(),
            null,
            amount.minorUnits(),
            UnaryOperator.identity());
    return switch (change.change(request)) {
      case Done<Subscription> _ -> Html.see(Subject.href(inquiry, subscription) + "?done=repriced");
      case Refused(var refusal) -> wrong(inquiry, subscription, Refusals.text(refusal));
    };
  }

  private Reply.Answer wrong(Inquiry inquiry, Subscription subscription, String why) {
    var form = Form.sent(inquiry.call(), List.of(), List.of(new Fault("amount", why)));
    return page(422, inquiry, subscription, form);
  }

  private Reply.Answer page(int status, Inquiry inquiry, Subscription subscription, Form form) {
    var label = "Price of a period, in " + subscription.amount().currency();
    var help = "Counts from the next period on; what is being collected stays as it is";
    var amount = Field.text(form, "amount", label, help).needed();
    var page = new PricePage(Subject.href(inquiry, subscription), form, amount);
    return html.page(
        status, inquiry, Menu.SUBSCRIPTIONS, "Change the price", "subscription/price.jte", page);
  }
}
