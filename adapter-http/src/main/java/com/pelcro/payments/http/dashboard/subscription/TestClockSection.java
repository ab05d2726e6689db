package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.subscription.SetTestClock;
import com.pelcro.payments.application.subscription.SetTestClock.Standing;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Field;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Moment;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves a sandbox site ahead in time, and shows how far it came.
public final class TestClockSection implements Section {

  private static final String PATH = SITE + "/test-clock";
  private static final int WHOLE = 100;

  /// Where the clock stands.
  ///
  /// @param percent how much of the way since `refresh` began is done
  /// @param refresh where the next look is had; none when it has arrived
  public record Progress(Moment now, Moment target, boolean isReady, int percent, String refresh) {}

  /// The clock, and the form that advances it.
  public record ClockPage(String href, Form form, Field to, Progress progress) {}

  private final SetTestClock clocks;
  private final Html html;

  @Inject
  public TestClockSection(SetTestClock clocks, Html html) {
    this.clocks = clocks;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get(PATH, this::show),
        Door.post(PATH, this::advance),
        Door.post(PATH + "/remove", this::remove));
  }

  private Reply.Answer show(Inquiry inquiry) {
    return switch (clocks.find(inquiry.site().id())) {
      case Done(var clock) ->
          inquiry.call().query("live").isPresent()
              ? html.fragment("subscription/progress.jte", progress(inquiry, clock))
              : page(200, inquiry, clock, suggested(inquiry, clock));
      case Refused(var refusal) -> html.refused(inquiry, refusal);
    };
  }

  private static Form suggested(Inquiry inquiry, Standing clock) {
    var day = clock.target().atZone(inquiry.site().timeZone()).toLocalDate().plusMonths(1);
    return Form.of(Map.of("advance_to", day.toString()));
  }

  private Reply.Answer advance(Inquiry inquiry) {
    return day(inquiry.call().field("advance_to"), inquiry.site().timeZone())
        .map(to -> advance(inquiry, to))
        .orElseGet(() -> wrong(inquiry, "Write the day like 2027-03-02"));
  }

  private Reply.Answer advance(Inquiry inquiry, Instant to) {
    return switch (clocks.advance(inquiry.site().id(), to)) {
      case Done(var clock) ->
          Html.see(inquiry.path("/test-clock?done=advancing&from=" + clock.now()));
      case Refused(var refusal) -> wrong(inquiry, Refusals.text(refusal));
    };
  }

  private Reply.Answer remove(Inquiry inquiry) {
    return switch (clocks.remove(inquiry.site().id())) {
      case Done<SiteId> _ -> Html.see(inquiry.path("/test-clock?done=realtime"));
      case Refused(var refusal) -> wrong(inquiry, Refusals.text(refusal));
    };
  }

  private Reply.Answer wrong(Inquiry inquiry, String why) {
    var form = Form.sent(inquiry.call(), List.of(), List.of(new Fault("advance_to", why)));
    return switch (clocks.find(inquiry.site().id())) {
      case Done(var clock) -> page(422, inquiry, clock, form);
      case Refused(var refusal) -> html.refused(inquiry, refusal);
    };
  }

  private Reply.Answer page(int status, Inquiry inquiry, Standing clock, Form form) {
    var help = "All that falls due until the day begins at the site is done first, in order";
    var to = Field.text(form, "advance_to", "Advance to", help).as("date").needed();
    var page = new ClockPage(inquiry.path("/test-clock"), form, to, progress(inquiry, clock));
    return html.page(
        status, inquiry, Menu.TEST_CLOCK, "Test clock", "subscription/clock.jte", page);
  }

  private static Progress progress(Inquiry inquiry, Standing clock) {
    var zone = inquiry.site().timeZone();
    var from = inquiry.call().query("from").flatMap(TestClockSection::instant).orElse(clock.now());
    return new Progress(
        Words.at(clock.now(), zone),
        Words.at(clock.target(), zone),
        clock.isReady(),
        percent(from, clock),
        inquiry.path("/test-clock?live=yes&from=" + from));
  }

  private static int percent(Instant from, Standing clock) {
    var way = Duration.between(from, clock.target()).toMillis();
    var done = Duration.between(from, clock.now()).toMillis();
    return way <= 0 ? WHOLE : Math.clamp(WHOLE * done / way, 0, WHOLE);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> day(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
