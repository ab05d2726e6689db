package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Renewals in memory.
public final class InMemoryRenewals implements Renewals {

  private final InMemoryDatabase database;

  public InMemoryRenewals(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Renewal renewal) {
    database.tell(
        () -> {
          var site = renewal.site();
          database.subscriptions.require(site, renewal.subscription().value());
          if (of(site, renewal.subscription())
              .anyMatch(other -> other.period().index() == renewal.period().index())) {
            throw new IllegalStateException("there is a renewal of this period already");
          }
          database.renewals.insert(site, renewal.id().value(), renewal);
          database.wakes.put(site, renewal.id().value(), wake(renewal));
        });
  }

  private static InMemoryRenewalQueue.Wake wake(Renewal renewal) {
    return new InMemoryRenewalQueue.Wake(renewal.due().orElse(Instant.MAX));
  }

  @Override
  public void update(Renewal renewal) {
    database.tell(
        () -> {
          database.renewals.replace(renewal.site(), renewal.id().value(), renewal);
          database.wakes.put(renewal.site(), renewal.id().value(), wake(renewal));
        });
  }

  @Override
  public Optional<Renewal> find(SiteId site, RenewalId id) {
    return database.ask(() -> database.renewals.find(site, id.value()));
  }

  @Override
  public Optional<Renewal> latest(SiteId site, SubscriptionId subscription) {
    return database.ask(
        () -> of(site, subscription).max(Comparator.comparingInt(row -> row.period().index())));
  }

  private Stream<Renewal> of(SiteId site, SubscriptionId subscription) {
    return database.renewals.of(site).filter(row -> row.subscription().equals(subscription));
  }

  @Override
  public Slice<Renewal> list(SiteId site, SubscriptionId subscription, Window window) {
    return database.ask(
        () ->
            database.renewals.slice(site, row -> row.subscription().equals(subscription), window));
  }

  @Override
  public List<Charge> attempts(SiteId site, RenewalId renewal) {
    return database.ask(
        () ->
            charges(site)
                .filter(charge -> attempt(charge).renewal().equals(renewal))
                .sorted(Comparator.comparingInt(charge -> attempt(charge).number()))
                .toList());
  }

  private Stream<Charge> charges(SiteId site) {
    return database.charges.of(site).filter(charge -> charge.renewal() != null);
  }

  private static RenewalAttempt attempt(Charge charge) {
    return Objects.requireNonNull(charge.renewal(), "only charges for renewals are asked");
  }

  @Override
  public List<Instant> declines(SiteId site, PaymentMethodId method, Instant since) {
    return database.ask(
        () ->
            charges(site)
                .filter(charge -> charge.state() instanceof Declined)
                .filter(charge -> same(site, charge.method(), method))
                .map(charge -> Objects.requireNonNull(charge.renewal()).at())
                .filter(at -> at.isAfter(since))
                .sorted()
                .toList());
  }

  private boolean same(SiteId site, PaymentMethodId one, PaymentMethodId other) {
    return one.equals(other)
        || fingerprint(site, one)
            .filter(print -> fingerprint(site, other).filter(print::equals).isPresent())
            .isPresent();
  }

  private Optional<String> fingerprint(SiteId site, PaymentMethodId id) {
    return database.methods.find(site, id.value()).map(PaymentMethod::fingerprint);
  }
}
