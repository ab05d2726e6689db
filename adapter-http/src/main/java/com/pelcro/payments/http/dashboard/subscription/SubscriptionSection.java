package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.renewal.SubscriptionFilter;
import com.pelcro.payments.application.renewal.SubscriptionStatus;
import com.pelcro.payments.application.subscription.FindSubscription;
import com.pelcro.payments.application.subscription.ListRenewals;
import com.pelcro.payments.application.subscription.ListRenewals.Attempted;
import com.pelcro.payments.application.subscription.ListSubscriptions;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.charge.Cards;
import com.pelcro.payments.http.dashboard.charge.ChargeRow;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Subscriptions, and what became of their periods.
public final class SubscriptionSection implements Section {

  static final String ALL = SITE + "/subscriptions";
  static final String ONE = ALL + "/{subscription}";

  private static final int PERIODS = 24;

  private final FindSubscription find;
  private final ListSubscriptions list;
  private final ListRenewals renewals;
  private final Cards cards;
  private final Html html;

  @Inject
  public SubscriptionSection(
      FindSubscription find,
      ListSubscriptions list,
      ListRenewals renewals,
      Cards cards,
      Html html) {
    this.find = find;
    this.list = list;
    this.renewals = renewals;
    this.cards = cards;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(ALL, this::list), Door.get(ONE, this::show));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var call = inquiry.call();
    var status = call.query("status").flatMap(SubscriptionSection::status);
    var customer = call.query("customer");
    var externalId = call.query("external_id");
    var filter =
        new SubscriptionFilter(
            customer.flatMap(text -> PageCall.read(text, CustomerId::new)).orElse(null),
            status.orElse(null),
            externalId.orElse(null),
            null);
    Slice<Subscription> slice =
        customer.isPresent() && filter.customer() == null
            ? new Slice<>(List.of(), Slice.More.NO)
            : list.list(
                inquiry.site().id(),
                filter,
                new Window(Pager.ROWS, Pager.after(call, SubscriptionId.PREFIX)));
    var zone = inquiry.site().timeZone();
    var page =
        new SubscriptionView.Page(
            inquiry.path("/subscriptions"),
            SubscriptionView.statuses(call.query("status").orElse("")),
            customer.orElse(""),
            externalId.orElse(""),
            status.isPresent() || customer.isPresent() || externalId.isPresent(),
            slice.rows().stream().map(one -> SubscriptionRow.of(one, zone)).toList(),
            Pager.next(call, slice, one -> one.id().value()));
    return html.page(inquiry, Menu.SUBSCRIPTIONS, "Subscriptions", "subscription/list.jte", page);
  }

  private static Optional<SubscriptionStatus> status(String text) {
    return Stream.of(SubscriptionStatus.values())
        .filter(one -> one.code().equals(text))
        .findFirst();
  }

  private Reply.Answer show(Inquiry inquiry) {
    return inquiry
        .call()
        .id("subscription", SubscriptionId::new)
        .map(id -> find.find(inquiry.site().id(), id))
        .map(
            found ->
                switch (found) {
                  case Done(var subscription) -> show(inquiry, subscription);
                  case Refused(var refusal) -> html.refused(inquiry, refusal);
                })
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer show(Inquiry inquiry, Subscription subscription) {
    var zone = inquiry.site().timeZone();
    var periods =
        renewals.list(subscription.site(), subscription.id(), new Window(PERIODS, null))
                instanceof Done(var slice)
            ? slice.rows()
            : List.<Attempted>of();
    var row = SubscriptionRow.of(subscription, zone);
    var page =
        new SubscriptionView(
            row,
            inquiry.path("/customers/" + subscription.customer()),
            ChargeRow.card(cards.card(subscription.site(), subscription.method())),
            subscription.failedAttempts(),
            Words.human(subscription.terms().collection().code()),
            SubscriptionView.metadata(subscription),
            SubscriptionView.Can.of(subscription, isDue(periods)),
            periods.stream().map(one -> RenewalView.of(one, zone)).toList());
    return html.page(inquiry, Menu.SUBSCRIPTIONS, row.price(), "subscription/show.jte", page);
  }

  /// What is collected by itself later on is not due yet.
  private static boolean isDue(List<Attempted> periods) {
    return periods.stream()
        .findFirst()
        .map(attempted -> attempted.renewal())
        .filter(Renewal::isCollectable)
        .filter(renewal -> !(renewal.state() instanceof Scheduled(var due) && due != null))
        .isPresent();
  }
}
