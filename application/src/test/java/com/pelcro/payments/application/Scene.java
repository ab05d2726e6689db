package com.pelcro.payments.application;

import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.refund.TestRefunds;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestSites;

/// A stored site with a customer who has a card on file: what most rows hang on. Every scene has a
/// site of its own, so tests may share a database.
public record Scene(Storage storage, Site site, Customer customer, PaymentMethod method) {

  public static Scene in(Storage storage) {
    var site = TestSites.daily();
    storage.sites().add(site);
    var customer = TestCustomers.ada(site.id());
    var _ = storage.customers().add(customer);
    var method = TestPaymentMethods.active(site.id(), customer.id());
    storage.paymentMethods().add(method);
    return new Scene(storage, site, customer, method);
  }

  public SiteId id() {
    return site.id();
  }

  /// A sale whose money was taken, stored.
  public Charge captured() {
    return added(TestCharges.captured(method));
  }

  /// A sale about to be asked for, stored.
  public Charge pending() {
    return added(TestCharges.pendingSale(method));
  }

  /// Sets `minorUnits` of a charge aside for a new refund, in the transaction that is open; the
  /// charge and its refunds change together, always.
  public Charge reserve(ChargeId charge, long minorUnits) {
    var locked = storage.charges().lock(site.id(), charge).orElseThrow();
    var refund = TestRefunds.pending(locked, minorUnits);
    var reserved = locked.reserve(refund.amount(), TestRefunds.MADE);
    storage.charges().update(reserved);
    storage.refunds().add(refund);
    return reserved;
  }

  public Charge added(Charge charge) {
    storage.charges().add(charge);
    return charge;
  }
}
