package com.pelcro.payments.http.dashboard.overview;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.ListCharges;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.application.reconciliation.ListDifferences;
import com.pelcro.payments.application.renewal.SubscriptionFilter;
import com.pelcro.payments.application.renewal.SubscriptionStatus;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.subscription.ListSubscriptions;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.charge.Cards;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What needs a look first.
public final class OverviewSection implements Section {

  /// What is counted; beyond [Window#MOST] nobody counts any more.
  public static final class Desk {

    private final ListCharges charges;
    private final ListSubscriptions subscriptions;
    private final ListDifferences differences;
    private final Integrations integrations;
    private final Activity activity;

    @Inject
    public Desk(
        ListCharges charges,
        ListSubscriptions subscriptions,
        ListDifferences differences,
        Integrations integrations,
        Activity activity) {
      this.charges = charges;
      this.subscriptions = subscriptions;
      this.differences = differences;
      this.integrations = integrations;
      this.activity = activity;
    }

    private Slice<Charge> charges(SiteId site, ChargeFilter filter) {
      return charges.list(site, filter, new Window(Window.MOST, null));
    }

    private Slice<Charge> in(SiteId site, Status status) {
      return charges(site, new ChargeFilter(null, null, status, null, null, null));
    }

    private Slice<?> subscriptions(SiteId site, SubscriptionStatus status) {
      var filter = new SubscriptionFilter(null, status, null, null);
      return subscriptions.list(site, filter, new Window(Window.MOST, null));
    }

    private Slice<?> differences(SiteId site) {
      var filter = new Differences.Filter(site, Difference.Status.OPEN, null);
      return differences.list(filter, new Window(Window.MOST, null));
    }
  }

  private static final int SHOWN = 10;

  private final Desk desk;
  private final Cards cards;
  private final InstantSource clock;
  private final Html html;

  @Inject
  public OverviewSection(Desk desk, Cards cards, InstantSource clock, Html html) {
    this.desk = desk;
    this.cards = cards;
    this.clock = clock;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(SITE, this::show));
  }

  private Reply.Answer show(Inquiry inquiry) {
    var site = inquiry.site().id();
    var zone = inquiry.site().timeZone();
    var doubtful = desk.charges(site, ChargeFilter.ALL.inDoubt());
    var open = oldestFirst(desk.in(site, Status.PENDING), desk.in(site, Status.IN_REVIEW));
    var recent = desk.charges.list(site, ChargeFilter.ALL, new Window(SHOWN, null)).rows();
    var page =
        new OverviewView(
            inquiry.path(""),
            desk.integrations.of(site).isEmpty(),
            figures(inquiry, doubtful),
            desk.activity.of(site).orElseThrow(),
            cards.rows(doubtful.rows().stream().limit(SHOWN).toList(), zone),
            ages(open),
            cards.rows(open.stream().limit(SHOWN).toList(), zone),
            cards.rows(recent, zone));
    return html.page(inquiry, Menu.OVERVIEW, "Overview", "overview/show.jte", page);
  }

  private List<OverviewView.Figure> figures(Inquiry inquiry, Slice<Charge> doubtful) {
    var site = inquiry.site().id();
    var all =
        Stream.of(
            figure("Need attention", doubtful, inquiry.path("/charges?attention=yes")),
            figure(
                "Waiting for an answer",
                desk.in(site, Status.PENDING),
                list(inquiry, "charges", "pending")),
            figure(
                "In review",
                desk.in(site, Status.IN_REVIEW),
                list(inquiry, "charges", "in_review")),
            figure(
                "Subscriptions past due",
                desk.subscriptions(site, SubscriptionStatus.PAST_DUE),
                list(inquiry, "subscriptions", "past_due")));
    return inquiry.isOperator()
        ? Stream.concat(
                all,
                Stream.of(
                    figure(
                        "Open differences",
                        desk.differences(site),
                        inquiry.path("/reconciliation"))))
            .toList()
        : all.toList();
  }

  private static String list(Inquiry inquiry, String what, String status) {
    return inquiry.path("/" + what + "?status=" + status);
  }

  private static OverviewView.Figure figure(String label, Slice<?> slice, String href) {
    var count = slice.rows().size() + (slice.more() == Slice.More.YES ? "+" : "");
    return new OverviewView.Figure(label, count, href);
  }

  private static List<Charge> oldestFirst(Slice<Charge> pending, Slice<Charge> inReview) {
    return Stream.concat(pending.rows().stream(), inReview.rows().stream())
        .sorted(Comparator.comparing(Charge::createdAt))
        .toList();
  }

  private Graph ages(List<Charge> open) {
    var now = clock.instant();
    return Graph.kinds(
        new Graph.Name(
            "ages",
            "Open for how long",
            (open.size() == 1 ? "1 charge is" : open.size() + " charges are") + " open."),
        List.of("Age", "Charges"),
        List.of(
            age("Under five minutes", open, now, Duration.ZERO, Duration.ofMinutes(5)),
            age("Five minutes to an hour", open, now, Duration.ofMinutes(5), Duration.ofHours(1)),
            age("One hour to a day", open, now, Duration.ofHours(1), Duration.ofDays(1)),
            age("More than a day", open, now, Duration.ofDays(1), Duration.ofDays(36500))));
  }

  private static Graph.Kind age(
      String label, List<Charge> open, Instant now, Duration from, Duration to) {
    var count =
        open.stream()
            .map(charge -> Duration.between(charge.createdAt(), now))
            .filter(age -> age.compareTo(from) >= 0 && age.compareTo(to) < 0)
            .count();
    return new Graph.Kind(label, new Graph.Part(count, Long.toString(count), "wait"));
  }
}
