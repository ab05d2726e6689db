package com.pelcro.payments.http.dashboard.customer;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.paymentmethod.FindPaymentMethod;
import com.pelcro.payments.application.paymentmethod.RemovePaymentMethod;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.http.dashboard.Confirm;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.charge.ChargeRow;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// Taking a customer's card away.
public final class CardRemovalSection implements Section {

  private static final String PATH = CustomerSection.ONE + "/cards/{method}/remove";

  private final FindPaymentMethod find;
  private final RemovePaymentMethod remove;
  private final Html html;

  @Inject
  public CardRemovalSection(FindPaymentMethod find, RemovePaymentMethod remove, Html html) {
    this.find = find;
    this.remove = remove;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(PATH, this::sure), Door.post(PATH, this::remove));
  }

  private Reply.Answer sure(Inquiry inquiry) {
    return method(inquiry)
        .map(method -> page(200, inquiry, confirm(inquiry, method)))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer remove(Inquiry inquiry) {
    return method(inquiry)
        .map(method -> remove(inquiry, method))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer remove(Inquiry inquiry, PaymentMethod method) {
    return switch (remove.remove(method.site(), method.id())) {
      case Done<PaymentMethod> _ -> Html.see(customer(inquiry) + "?done=removed");
      case Refused(var refusal) ->
          page(422, inquiry, confirm(inquiry, method).refused(Refusals.text(refusal)));
    };
  }

  private Optional<PaymentMethod> method(Inquiry inquiry) {
    var customer = inquiry.call().id("customer", CustomerId::new);
    return inquiry
        .call()
        .id("method", PaymentMethodId::new)
        .flatMap(
            id ->
                find.find(inquiry.site().id(), id) instanceof Done(var method)
                    ? Optional.of(method)
                    : Optional.empty())
        .filter(method -> customer.filter(id -> id.equals(method.customer())).isPresent());
  }

  private static Confirm confirm(Inquiry inquiry, PaymentMethod method) {
    var customer = customer(inquiry);
    return Confirm.of(
        "Remove a card",
        ChargeRow.card(method.card())
            + " is taken out of the vault. It cannot be charged again; what was charged stays.",
        customer + "/cards/" + method.id() + "/remove",
        customer,
        "Yes, remove the card");
  }

  private static String customer(Inquiry inquiry) {
    return inquiry.path("/customers/" + inquiry.call().part("customer"));
  }

  private Reply.Answer page(int status, Inquiry inquiry, Confirm page) {
    return html.page(status, inquiry, Menu.CUSTOMERS, page.title(), "confirm.jte", page);
  }
}
