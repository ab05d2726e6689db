package com.pelcro.payments.domain.event;

import com.pelcro.payments.domain.cardsession.Suspicion;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import java.util.Locale;

/// Something that happened at a site; each carries the object as it stood right afterwards.
public sealed interface PaymentEvent {

  SiteId site();

  /// The event's name in the feed, such as `charge.captured`.
  String type();

  record IntegrationUpdated(Integration integration) implements PaymentEvent {
    @Override
    public SiteId site() {
      return integration.site();
    }

    @Override
    public String type() {
      return "integration.updated";
    }
  }

  record CustomerAdded(Customer customer) implements PaymentEvent {
    @Override
    public SiteId site() {
      return customer.site();
    }

    @Override
    public String type() {
      return "customer.created";
    }
  }

  record CustomerChanged(Customer customer) implements PaymentEvent {
    @Override
    public SiteId site() {
      return customer.site();
    }

    @Override
    public String type() {
      return "customer.updated";
    }
  }

  record CustomerRemoved(Customer customer) implements PaymentEvent {
    @Override
    public SiteId site() {
      return customer.site();
    }

    @Override
    public String type() {
      return "customer.deleted";
    }
  }

  record PaymentMethodSaved(PaymentMethod method) implements PaymentEvent {
    @Override
    public SiteId site() {
      return method.site();
    }

    @Override
    public String type() {
      return "payment_method.saved";
    }
  }

  record PaymentMethodUpdated(PaymentMethod method) implements PaymentEvent {
    @Override
    public SiteId site() {
      return method.site();
    }

    @Override
    public String type() {
      return "payment_method.updated";
    }
  }

  record PaymentMethodDetached(PaymentMethod method) implements PaymentEvent {
    @Override
    public SiteId site() {
      return method.site();
    }

    @Override
    public String type() {
      return "payment_method.detached";
    }
  }

  /// A charge came to stand where it stands: asked for, answered, captured, undone.
  record ChargeMoved(Charge charge) implements PaymentEvent {
    @Override
    public SiteId site() {
      return charge.site();
    }

    @Override
    public String type() {
      return switch (charge.state()) {
        case ChargeState.InReview _ -> "charge.in_review";
        case ChargeState.Pending _,
            ChargeState.Capturing _,
            ChargeState.Voiding _,
            ChargeState.Releasing _ ->
            "charge.pending";
        case ChargeState.Authorized _ -> "charge.authorized";
        case ChargeState.Captured _ -> "charge.captured";
        case ChargeState.Voided _ -> "charge.voided";
        case ChargeState.Declined _ -> "charge.declined";
        case ChargeState.Failed _ -> "charge.failed";
      };
    }
  }

  /// What became of a charge could not be found out in time, or contradicts what we know.
  record ChargeNeedsAttention(Charge charge) implements PaymentEvent {
    @Override
    public SiteId site() {
      return charge.site();
    }

    @Override
    public String type() {
      return "charge.needs_attention";
    }
  }

  /// An answer that was lost is known after all, or what came of it late was given back.
  record ChargeRecovered(Charge charge, Recovery outcome) implements PaymentEvent {
    @Override
    public SiteId site() {
      return charge.site();
    }

    @Override
    public String type() {
      return "charge.recovered";
    }
  }

  /// A refund came to stand where it stands.
  record RefundMoved(Refund refund) implements PaymentEvent {
    @Override
    public SiteId site() {
      return refund.site();
    }

    @Override
    public String type() {
      return switch (refund.state()) {
        case RefundState.Pending _ -> "refund.pending";
        case RefundState.Done _ -> "refund.succeeded";
        case RefundState.Failed _ -> "refund.failed";
      };
    }
  }

  /// A subscription changed.
  record SubscriptionChanged(Subscription subscription, Change change) implements PaymentEvent {
    /// How it changed.
    public enum Change {
      CREATED,
      ACTIVATED,
      RENEWED,
      PAST_DUE,
      PAUSED,
      RESUMED,
      UPDATED,
      CANCELED,
      ENDED
    }

    @Override
    public SiteId site() {
      return subscription.site();
    }

    @Override
    public String type() {
      return "subscription." + change.name().toLowerCase(Locale.ROOT);
    }
  }

  /// A period of a subscription could not be collected, and what follows.
  record RenewalChanged(Renewal renewal, Consequence change) implements PaymentEvent {
    /// What follows.
    public enum Consequence {
      RETRY_SCHEDULED,
      UNPAID,
      HELD
    }

    @Override
    public SiteId site() {
      return renewal.site();
    }

    @Override
    public String type() {
      return "renewal." + change.name().toLowerCase(Locale.ROOT);
    }
  }

  /// Somebody seems to try out stolen cards; no card is taken there for a while.
  record CardTestingSuspected(Suspicion suspicion) implements PaymentEvent {
    @Override
    public SiteId site() {
      return suspicion.site();
    }

    @Override
    public String type() {
      return "card_testing.suspected";
    }
  }

  /// The gateway's books and ours were seen to differ, or no longer do.
  record LedgersDiffer(Difference difference) implements PaymentEvent {
    @Override
    public SiteId site() {
      return difference.site();
    }

    @Override
    public String type() {
      return "reconciliation.difference";
    }
  }
}
