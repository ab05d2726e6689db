package com.pelcro.payments.persistence.idempotency;

import com.pelcro.payments.application.idempotency.Claim;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.ResourceIds;
import jakarta.inject.Inject;
import java.sql.SQLException;

/// The table `idempotency_claims`.
public final class JdbiIdempotencyClaims implements IdempotencyClaims {

  private final Database database;

  @Inject
  public JdbiIdempotencyClaims(Database database) {
    this.database = database;
  }

  /// Waits for a transaction that claimed the key before, until that ends.
  private static final String CLAIM =
      """
      INSERT INTO idempotency_claims (site_id, key, fingerprint, resource_id)
      VALUES (:site, :key, :fingerprint, :resource)
      ON CONFLICT (site_id, key) DO NOTHING
      """;

  @Override
  public Claim claim(Intent intent, ResourceId id) {
    return database.change(CLAIM, binds(intent).with("resource", id)) == 1
        ? new Claim.Fresh()
        : known(intent, id);
  }

  /// A key that was forgotten just after we met it is claimed once more; whoever meets that twice
  /// in a row gives up.
  private Claim known(Intent intent, ResourceId id) {
    return switch (look(intent)) {
      case Claim.Fresh _ when database.change(CLAIM, binds(intent).with("resource", id)) == 1 ->
          new Claim.Fresh();
      case Claim.Fresh _ -> throw new IllegalStateException("the key is claimed and let go of");
      case Claim.Repeat repeat -> repeat;
      case Claim.Clash clash -> clash;
    };
  }

  private static final String LOOK =
      """
      SELECT resource_id, fingerprint = :fingerprint AS same
      FROM idempotency_claims
      WHERE site_id = :site AND key = :key
      """;

  @Override
  public Claim look(Intent intent) {
    return database
        .find(LOOK, binds(intent), JdbiIdempotencyClaims::claim)
        .orElseGet(Claim.Fresh::new);
  }

  private static final String REDIRECT =
      """
      UPDATE idempotency_claims SET resource_id = :to
      WHERE site_id = :site AND resource_id = :from AND resource_id LIKE 'pm\\_%'
      """;

  @Override
  public void redirect(SiteId site, PaymentMethodId from, PaymentMethodId to) {
    var _ = database.change(REDIRECT, Binds.at(site).with("from", from).with("to", to));
  }

  private static final String FORGET_METHOD =
      """
      DELETE FROM idempotency_claims
      WHERE site_id = :site AND resource_id = :method AND resource_id LIKE 'pm\\_%'
      """;

  @Override
  public void forget(SiteId site, PaymentMethodId method) {
    var _ = database.change(FORGET_METHOD, Binds.at(site).with("method", method));
  }

  private static final String FORGET =
      """
      DELETE FROM idempotency_claims
      WHERE site_id = :site AND key = :key AND fingerprint = :fingerprint
      """;

  @Override
  public void forget(Intent intent) {
    var _ = database.change(FORGET, binds(intent));
  }

  private static Binds binds(Intent intent) {
    return Binds.at(intent.site())
        .with("key", intent.key().value())
        .with("fingerprint", intent.fingerprint().value());
  }

  private static Claim claim(Columns columns) throws SQLException {
    return columns.flag("same")
        ? new Claim.Repeat(ResourceIds.of(columns.text("resource_id")))
        : new Claim.Clash();
  }
}
