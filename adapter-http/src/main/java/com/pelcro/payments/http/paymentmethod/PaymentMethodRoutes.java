package com.pelcro.payments.http.paymentmethod;

import static com.pelcro.payments.http.access.Access.SITE;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.pelcro.payments.application.paymentmethod.FindPaymentMethod;
import com.pelcro.payments.application.paymentmethod.ListPaymentMethods;
import com.pelcro.payments.application.paymentmethod.RemovePaymentMethod;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.application.paymentmethod.UpdatePaymentMethod;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cards on file.
public final class PaymentMethodRoutes implements Routes {

  private static final String ALL = "/v1/sites/{site}/customers/{customer}/payment-methods";
  private static final String ONE = "/v1/sites/{site}/payment-methods/{payment_method}";

  private record ChangeJson(
      @Nullable Integer expMonth,
      @Nullable Integer expYear,
      @Nullable BillingJson billingDetails,
      @JsonProperty("default") boolean isDefault) {

    UpdatePaymentMethod.Request request(SiteId site, PaymentMethodId id) {
      return new UpdatePaymentMethod.Request(
          site,
          id,
          expMonth,
          expYear,
          billingDetails == null ? null : billingDetails.details(),
          preference(isDefault));
    }
  }

  private final SavePaymentMethod save;
  private final FindPaymentMethod find;
  private final ListPaymentMethods list;
  private final UpdatePaymentMethod update;
  private final RemovePaymentMethod remove;
  private final InstantSource clock;

  @Inject
  public PaymentMethodRoutes(
      SavePaymentMethod save,
      FindPaymentMethod find,
      ListPaymentMethods list,
      UpdatePaymentMethod update,
      RemovePaymentMethod remove,
      InstantSource clock) {
    this.save = save;
    this.find = find;
    this.list = list;
    this.update = update;
    this.remove = remove;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ALL, SITE, this::save).with(TypedCard::problems),
        Route.get(ALL, SITE, this::list),
        Route.get(ONE, SITE, this::show),
        Route.patch(ONE, SITE, this::change),
        Route.delete(ONE, SITE, this::remove));
  }

  private Reply save(Call call) {
    var request =
        new SavePaymentMethod.Request(
            call.intent(),
            call.id("customer", CustomerId::new),
            TypedCard.offer(call.body()),
            preference(call.body().path("make_default").asBoolean()));
    return Reply.once(save.save(request), PaymentMethodRoutes::status, this::shown);
  }

  /// A card is there once it is verified; until then the answer is open.
  private static int status(PaymentMethod method) {
    return method.state() instanceof PaymentMethodState.Verifying ? 202 : 201;
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(PaymentMethodId.PREFIX)
            .then(window -> list.list(call.site(), call.id("customer", CustomerId::new), window)),
        slice -> Reply.ok(Page.of(slice, this::shown, method -> method.id().value())));
  }

  private Reply show(Call call) {
    return Reply.to(find.find(call.site(), method(call)), found -> Reply.ok(shown(found)));
  }

  private Reply change(Call call) {
    var request = call.body(ChangeJson.class).request(call.site(), method(call));
    return Reply.to(update.update(request), changed -> Reply.ok(shown(changed)));
  }

  private Reply remove(Call call) {
    return Reply.to(remove.remove(call.site(), method(call)), _ -> Reply.nothing());
  }

  private PaymentMethodJson shown(PaymentMethod method) {
    return PaymentMethodJson.of(method, clock.instant());
  }

  private static PaymentMethodId method(Call call) {
    return call.id("payment_method", PaymentMethodId::new);
  }

  private static Preference preference(boolean isDefault) {
    return isDefault ? Preference.DEFAULT : Preference.AS_IT_COMES;
  }
}
