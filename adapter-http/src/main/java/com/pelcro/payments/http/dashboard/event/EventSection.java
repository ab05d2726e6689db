package com.pelcro.payments.http.dashboard.event;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.event.ListEvents;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Moment;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened at a site, newest first; the first page looks for more by itself.
public final class EventSection implements Section {

  private static final Map<String, String> PAGES =
      Map.of("charge", "/charges/", "customer", "/customers/", "subscription", "/subscriptions/");

  /// A part of the events.
  ///
  /// @param refresh what a page that is live asks for; null on one that stands still
  public record Page(
      String href,
      List<Row> rows,
      @Nullable String refresh,
      boolean isFirst,
      @Nullable String next) {

    /// One event.
    public record Row(
        long sequence, String type, Moment at, String object, @Nullable String href, String json) {}
  }

  private final ListEvents list;
  private final Html html;

  @Inject
  public EventSection(ListEvents list, Html html) {
    this.list = list;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(SITE + "/events", this::list));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var call = inquiry.call();
    var before = call.query("before").flatMap(EventSection::number);
    Slice<RecordedEvent> slice = list.list(inquiry.site().id(), before.orElse(null), Pager.ROWS);
    var href = inquiry.path("/events");
    var stands = before.isPresent() || call.query("still").isPresent();
    var page =
        new Page(
            href,
            slice.rows().stream().map(event -> row(inquiry, event)).toList(),
            stands ? null : href + "?live=yes",
            before.isEmpty(),
            slice.more() == Slice.More.YES ? "?before=" + slice.rows().getLast().sequence() : null);
    return call.query("live").isPresent()
        ? html.fragment("event/feed.jte", page)
        : html.page(inquiry, Menu.EVENTS, "Events", "event/list.jte", page);
  }

  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Page.Row row(Inquiry inquiry, RecordedEvent event) {
    var page = PAGES.get(event.objectType());
    return new Page.Row(
        event.sequence(),
        event.type(),
        Words.at(event.createdAt(), inquiry.site().timeZone()),
        event.objectId(),
        page == null ? null : inquiry.path(page + event.objectId()),
        event.json());
  }
}
