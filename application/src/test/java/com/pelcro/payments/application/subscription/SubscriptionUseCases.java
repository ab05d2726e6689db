package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.charge.ChargeUseCases;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.paymentmethod.PaymentMethodUseCases;
import com.pelcro.payments.application.renewal.CardCaps;
import com.pelcro.payments.application.renewal.ClockedSiteTime;
import com.pelcro.payments.application.renewal.Dunning;
import com.pelcro.payments.application.renewal.PeriodOpening;
import com.pelcro.payments.application.renewal.Periods;
import com.pelcro.payments.application.renewal.RenewSubscription;
import com.pelcro.payments.application.renewal.RenewalRate;
import com.pelcro.payments.application.renewal.RenewalTurns;
import com.pelcro.payments.application.renewal.RunRenewals;
import com.pelcro.payments.application.renewal.TurnClocks;
import com.pelcro.payments.application.settings.SettingsTrail;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import java.time.InstantSource;

/// The use cases of subscriptions, wired to work on any storage.
public record SubscriptionUseCases(
    StartSubscription start,
    CancelSubscription cancel,
    PauseSubscription pause,
    ChangeSubscription change,
    CollectPeriod collect,
    FindSubscription find,
    ListSubscriptions list,
    ListRenewals renewals,
    SetDunning dunning,
    SetTestClock testClock,
    RunRenewals run,
    TurnClocks turn) {

  public static SubscriptionUseCases on(
      Storage storage, ChargeUseCases charges, Gateways gateways, InstantSource clock) {
    var time = new ClockedSiteTime(storage.testClocks(), clock);
    var periods = new Periods(storage.subscriptions(), storage.renewals(), storage.eventLog());
    var dunning =
        new Dunning(
            storage.subscriptions(),
            storage.renewals(),
            storage.dunningPolicies(),
            periods,
            storage.eventLog());
    var opening = new PeriodOpening(charges.opening(), storage.subscriptions(), storage.renewals());
    var caps =
        new CardCaps(storage.renewals(), storage.paymentMethods(), storage.dunningPolicies());
    var renew =
        new RenewSubscription(
            storage.transactions(),
            storage.subscriptions(),
            storage.renewals(),
            opening,
            charges.exchange(),
            new RenewSubscription.Uncollected(dunning, periods, caps));
    var locked = new LiveSubscription.Locked(storage.subscriptions(), storage.renewals(), time);
    return new SubscriptionUseCases(
        new StartSubscription(
            storage.transactions(),
            storage.claims(),
            storage.subscriptions(),
            new SubscriptionOpening(
                charges.instructions(),
                charges.opening(),
                storage.subscriptions(),
                storage.renewals(),
                storage.eventLog()),
            charges.exchange(),
            new SubscriptionIntake(
                PaymentMethodUseCases.on(storage, gateways, clock).save(), time)),
        new CancelSubscription(
            storage.transactions(),
            locked,
            storage.subscriptions(),
            storage.renewals(),
            periods,
            storage.eventLog()),
        new PauseSubscription(
            storage.transactions(),
            locked,
            storage.subscriptions(),
            storage.renewals(),
            periods,
            storage.eventLog()),
        new ChangeSubscription(
            storage.transactions(),
            locked,
            charges.instructions(),
            storage.subscriptions(),
            storage.renewals(),
            storage.eventLog()),
        new CollectPeriod(
            storage.transactions(),
            storage.claims(),
            locked,
            new CollectPeriod.Books(storage.renewals(), periods, opening),
            charges.exchange()),
        new FindSubscription(storage.subscriptions()),
        new ListSubscriptions(storage.subscriptions()),
        new ListRenewals(storage.subscriptions(), storage.renewals()),
        new SetDunning(
            storage.transactions(),
            storage.sites(),
            storage.dunningPolicies(),
            new SettingsTrail(storage.settingsHistory(), clock)),
        new SetTestClock(
            storage.transactions(),
            storage.sites(),
            storage.integrations(),
            storage.testClocks(),
            storage.renewalQueue(),
            clock),
        new RunRenewals(
            storage.renewalQueue(),
            new RenewalTurns(storage.integrations(), gateways, new RenewalRate(1000)),
            renew,
            RecoverySchedule.USUAL,
            clock),
        new TurnClocks(
            storage.transactions(), storage.testClocks(), storage.renewalQueue(), renew, clock));
  }
}
