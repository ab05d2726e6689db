package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// Refunds in memory.
public final class InMemoryRefunds implements Refunds {

  private final InMemoryDatabase database;

  public InMemoryRefunds(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Refund refund) {
    database.tell(
        () -> {
          database.charges.require(refund.site(), refund.charge().value());
          database.refunds.insert(refund.site(), refund.id().value(), refund);
        });
  }

  @Override
  public Optional<Refund> find(SiteId site, RefundId id) {
    return database.ask(() -> database.refunds.find(site, id.value()));
  }

  @Override
  public Optional<Refund> lock(SiteId site, RefundId id) {
    return database.ask(() -> database.refunds.lock(site, id.value()));
  }

  @Override
  public void update(Refund refund) {
    database.tell(() -> database.refunds.replaceLocked(refund.site(), refund.id().value(), refund));
  }

  @Override
  public Slice<Refund> of(SiteId site, ChargeId charge, Window window) {
    return database.ask(
        () -> database.refunds.slice(site, refund -> refund.charge().equals(charge), window));
  }
}
