package com.pelcro.payments.persistence.subscription;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.renewal.SubscriptionFilter;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.util.Optional;

/// The table `subscriptions`.
public final class JdbiSubscriptions implements Subscriptions {

  private final Database database;

  @Inject
  public JdbiSubscriptions(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO subscriptions (site_id, subscription_id, customer_id, payment_method_id, amount,
        agreed_amount, currency, anchor, time_zone, interval_unit, interval_count, total_periods,
        collection, status, incomplete_until, over_at, started_at, current_index,
        cancel_at_period_end, failed_attempts, latest_charge_id, external_id, description,
        metadata, created_at, updated_at)
      VALUES (:site, :id, :customer, :method, :amount, :agreed, :amountCurrency, :anchor, :zone,
        :unit, :count, :totalPeriods, :collection, :status, :incompleteUntil, :overAt, :startedAt,
        :currentIndex, :cancelAtPeriodEnd, :failedAttempts, :latestCharge, :externalId,
        :description, jsonb_object(:metadata), :createdAt, :updatedAt)
      """;

  @Override
  public void add(Subscription subscription) {
    database.changeOne(ADD, SubscriptionMapper.binds(subscription), "the subscription");
  }

  /// Whose it is, and when its periods begin, never changes.
  private static final String UPDATE =
      """
      UPDATE subscriptions
      SET payment_method_id = :method, amount = :amount, status = :status,
        incomplete_until = :incompleteUntil, over_at = :overAt, current_index = :currentIndex,
        cancel_at_period_end = :cancelAtPeriodEnd, failed_attempts = :failedAttempts,
        latest_charge_id = :latestCharge, external_id = :externalId, description = :description,
        metadata = jsonb_object(:metadata), updated_at = :updatedAt
      WHERE site_id = :site AND subscription_id = :id
      """;

  @Override
  public void update(Subscription subscription) {
    database.changeOne(UPDATE, SubscriptionMapper.binds(subscription), "the subscription");
  }

  private static final String SELECT =
      """
      SELECT site_id, subscription_id, customer_id, payment_method_id, amount, agreed_amount,
        currency, anchor, time_zone, interval_unit, interval_count, total_periods, collection,
        status, incomplete_until, over_at, started_at, current_index, cancel_at_period_end,
        failed_attempts, latest_charge_id, external_id, description,
        text_pairs(metadata) AS metadata, created_at, updated_at
      FROM subscriptions
      WHERE site_id = :site
      """;

  private static final String FIND = SELECT + " AND subscription_id = :id";

  @Override
  public Optional<Subscription> find(SiteId site, SubscriptionId id) {
    return database.find(FIND, Binds.at(site).with("id", id), SubscriptionMapper::subscription);
  }

  @Override
  public Optional<Subscription> lock(SiteId site, SubscriptionId id) {
    return database.lock(FIND, Binds.at(site).with("id", id), SubscriptionMapper::subscription);
  }

  private static final String RENEWS_BEFORE =
      """
      EXISTS (
        SELECT FROM renewals r
        WHERE r.site_id = subscriptions.site_id
          AND r.subscription_id = subscriptions.subscription_id
          AND r.due_at < :renewingBefore)
      """;

  @Override
  public Slice<Subscription> list(SiteId site, SubscriptionFilter filter, Window window) {
    return new Page("subscription_id", window, Binds.at(site))
        .narrow("customer_id = :customer", "customer", filter.customer())
        .narrow("status = :status", "status", filter.status())
        .narrow("external_id = :externalId", "externalId", filter.externalId())
        .narrow(RENEWS_BEFORE, "renewingBefore", filter.renewingBefore())
        .of(database, SELECT, SubscriptionMapper::subscription);
  }
}
