package com.pelcro.payments.persistence.renewal;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import com.pelcro.payments.persistence.charge.JdbiCharges;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table `renewals`.
public final class JdbiRenewals implements Renewals {

  private final Database database;
  private final JdbiCharges charges;

  @Inject
  public JdbiRenewals(Database database, JdbiCharges charges) {
    this.database = database;
    this.charges = charges;
  }

  private static final String ADD =
      """
      INSERT INTO renewals (site_id, renewal_id, subscription_id, period_index, period_start,
        period_end, amount, currency, payment_method_id, state, charge_id, due_at, wake_at,
        attempts, strikes, updated_at)
      VALUES (:site, :id, :subscription, :index, :start, :end, :amount, :amountCurrency, :method,
        :state, :charge, :due, :due, :attempts, :strikes, :updatedAt)
      """;

  @Override
  public void add(Renewal renewal) {
    database.changeOne(ADD, RenewalMapper.binds(renewal), "the renewal");
  }

  /// Which period it collects never changes.
  private static final String UPDATE =
      """
      UPDATE renewals
      SET amount = :amount, currency = :amountCurrency, payment_method_id = :method,
        state = :state, charge_id = :charge, due_at = :due, wake_at = :due, attempts = :attempts,
        strikes = :strikes, updated_at = :updatedAt
      WHERE site_id = :site AND renewal_id = :id
      """;

  @Override
  public void update(Renewal renewal) {
    database.changeOne(UPDATE, RenewalMapper.binds(renewal), "the renewal");
  }

  private static final String SELECT =
      """
      SELECT site_id, renewal_id, subscription_id, period_index, period_start, period_end, amount,
        currency, payment_method_id, state, charge_id, due_at, attempts, strikes, updated_at
      FROM renewals
      WHERE site_id = :site
      """;

  private static final String FIND = SELECT + " AND renewal_id = :id";

  @Override
  public Optional<Renewal> find(SiteId site, RenewalId id) {
    return database.find(FIND, Binds.at(site).with("id", id), RenewalMapper::renewal);
  }

  private static final String OF_ONE = SELECT + " AND subscription_id = :subscription";

  private static final String LATEST = OF_ONE + " ORDER BY period_index DESC LIMIT 1";

  @Override
  public Optional<Renewal> latest(SiteId site, SubscriptionId subscription) {
    return database.find(
        LATEST, Binds.at(site).with("subscription", subscription), RenewalMapper::renewal);
  }

  @Override
  public Slice<Renewal> list(SiteId site, SubscriptionId subscription, Window window) {
    return new Page("renewal_id", window, Binds.at(site).with("subscription", subscription))
        .of(database, OF_ONE, RenewalMapper::renewal);
  }

  @Override
  public List<Charge> attempts(SiteId site, RenewalId renewal) {
    return charges.attempts(site, renewal);
  }

  /// One card can be on file more than once, for one customer or for several.
  private static final String DECLINES =
      """
      SELECT c.attempted_at
      FROM payment_methods asked
      JOIN payment_methods same
        ON same.site_id = asked.site_id
          AND (same.payment_method_id = asked.payment_method_id
            OR same.fingerprint = asked.fingerprint)
      JOIN charges c
        ON c.site_id = same.site_id AND c.payment_method_id = same.payment_method_id
      WHERE asked.site_id = :site AND asked.payment_method_id = :method
        AND c.renewal_id IS NOT NULL AND c.state = 'declined' AND c.attempted_at > :since
      ORDER BY c.attempted_at
      """;

  @Override
  public List<Instant> declines(SiteId site, PaymentMethodId method, Instant since) {
    var binds = Binds.at(site).with("method", method).with("since", since);
    return database.list(DECLINES, binds, columns -> columns.instant("attempted_at"));
  }
}
