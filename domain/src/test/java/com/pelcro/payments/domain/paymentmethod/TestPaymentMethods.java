package com.pelcro.payments.domain.paymentmethod;

import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payment methods to test with.
public final class TestPaymentMethods {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:33.012Z");
  public static final GatewayToken TOKEN = new GatewayToken("vc-1", "vi-1", "vn-1");

  private TestPaymentMethods() {}

  /// A stored card of a customer.
  public static PaymentMethod active(SiteId site, @Nullable CustomerId customer) {
    return in(new PaymentMethodState.Active(TOKEN), site, customer);
  }

  /// A stored card with its own fingerprint, charged before, with all that may be left out left
  /// out.
  public static PaymentMethod bare(SiteId site, @Nullable CustomerId customer) {
    return new PaymentMethod(
        PaymentMethodId.next(),
        site,
        customer,
        TestIntegrations.CYBERSOURCE,
        new CardSummary(CardNetwork.AMEX, null, "0005", new CardExpiry(1, 2030)),
        null,
        new BillingDetails(
            "Bo", "bo@reader.example", null, new Address("1 Rd", null, "Town", null, "1", "FR")),
        false,
        new PaymentMethodState.Active(new GatewayToken(null, "vi-2", "vn-2")),
        CredentialLineage.NONE,
        MADE,
        MADE);
  }

  /// One method in every state there is.
  public static List<PaymentMethod> inEveryState(SiteId site, CustomerId customer) {
    return List.of(
        in(new PaymentMethodState.Verifying(), site, customer),
        active(site, customer),
        bare(site, customer),
        bare(site, null),
        in(new PaymentMethodState.Unusable(TestDeclines.full()), site, customer),
        in(new PaymentMethodState.Unusable(TestDeclines.bare()), site, customer),
        in(new PaymentMethodState.Detached(), site, customer));
  }

  public static PaymentMethod in(
      PaymentMethodState state, SiteId site, @Nullable CustomerId customer) {
    return new PaymentMethod(
        PaymentMethodId.next(),
        site,
        customer,
        TestIntegrations.CYBERSOURCE,
        new CardSummary(CardNetwork.VISA, "411111", "1111", new CardExpiry(12, 2034)),
        "fp-visa-1111",
        billing(),
        false,
        state,
        new CredentialLineage("016150703802094", "016150703802095", Money.of(1990, "EUR")),
        MADE,
        MADE.plusSeconds(1));
  }

  public static BillingDetails billing() {
    return new BillingDetails(
        "Ada Räder",
        "ada@reader.example",
        "+1 416 555 0100",
        new Address("12 King St", "Unit 4", "Toronto", "ON", "M5H 1A1", "CA"));
  }
}
