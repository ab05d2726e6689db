package com.pelcro.payments.persistence.site;

import com.pelcro.payments.application.site.Commitments;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.util.Optional;

/// Live subscriptions, by the partial indexes that hold these alone.
public final class JdbiCommitments implements Commitments {

  private static final String LIVE =
      """
      SELECT s.subscription_id FROM subscriptions s
      WHERE s.site_id = :site AND s.status NOT IN ('canceled', 'ended') AND %s
      LIMIT 1
      """;

  private static final String OF = LIVE.formatted("s.customer_id = :customer");
  private static final String ON = LIVE.formatted("s.payment_method_id = :method");
  private static final String THROUGH =
      LIVE.formatted(
          """
          EXISTS (SELECT FROM payment_methods m WHERE m.site_id = s.site_id
            AND m.payment_method_id = s.payment_method_id AND m.gateway = :gateway)
          """);

  private final Database database;

  @Inject
  public JdbiCommitments(Database database) {
    this.database = database;
  }

  @Override
  public Optional<SubscriptionId> of(SiteId site, CustomerId customer) {
    return live(OF, Binds.at(site).with("customer", customer));
  }

  @Override
  public Optional<SubscriptionId> on(SiteId site, PaymentMethodId card) {
    return live(ON, Binds.at(site).with("method", card));
  }

  @Override
  public Optional<SubscriptionId> through(SiteId site, GatewayId gateway) {
    return live(THROUGH, Binds.at(site).with("gateway", gateway));
  }

  private Optional<SubscriptionId> live(String sql, Binds binds) {
    return database.find(
        sql, binds, columns -> new SubscriptionId(columns.text("subscription_id")));
  }
}
