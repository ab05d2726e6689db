package com.pelcro.payments.application.idempotency;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Optional;

/// Idempotency claims in memory.
public final class InMemoryIdempotencyClaims implements IdempotencyClaims {

  /// A claim as it stands.
  public record Row(Intent intent, ResourceId resource) {}

  private final InMemoryDatabase database;

  public InMemoryIdempotencyClaims(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Claim claim(Intent intent, ResourceId id) {
    return database.ask(
        () -> {
          database.sites.require(intent.site(), intent.site().value());
          var known = look(intent);
          if (known instanceof Claim.Fresh) {
            put(intent, id);
          }
          return known;
        });
  }

  @Override
  public Claim look(Intent intent) {
    return database.ask(
        () -> row(intent).map(row -> known(row, intent)).orElseGet(Claim.Fresh::new));
  }

  @Override
  public void redirect(SiteId site, PaymentMethodId from, PaymentMethodId to) {
    database.tell(() -> standingFor(site, from).forEach(row -> put(row.intent(), to)));
  }

  @Override
  public void forget(SiteId site, PaymentMethodId method) {
    database.tell(
        () ->
            standingFor(site, method)
                .forEach(row -> database.claims.remove(site, row.intent().key().value())));
  }

  private List<Row> standingFor(SiteId site, PaymentMethodId method) {
    return database.claims.of(site).filter(row -> row.resource().equals(method)).toList();
  }

  @Override
  public void forget(Intent intent) {
    database.tell(
        () -> {
          if (look(intent) instanceof Claim.Repeat) {
            database.claims.remove(intent.site(), intent.key().value());
          }
        });
  }

  private Optional<Row> row(Intent intent) {
    return database.claims.find(intent.site(), intent.key().value());
  }

  private static Claim known(Row row, Intent intent) {
    return row.intent().fingerprint().equals(intent.fingerprint())
        ? new Claim.Repeat(row.resource())
        : new Claim.Clash();
  }

  private void put(Intent intent, ResourceId id) {
    database.claims.put(intent.site(), intent.key().value(), new Row(intent, id));
  }
}
