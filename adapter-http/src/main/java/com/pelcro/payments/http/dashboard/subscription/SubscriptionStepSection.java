package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.subscription.CancelSubscription;
import com.pelcro.payments.application.subscription.CollectPeriod;
import com.pelcro.payments.application.subscription.FindSubscription;
import com.pelcro.payments.application.subscription.PauseSubscription;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.http.dashboard.Confirm;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What is done with a subscription by hand, each after asking once more.
public final class SubscriptionStepSection implements Section {

  /// One thing to do: how it is asked for and told of.
  private record Step(
      String path, String title, String text, String button, String notice, Doing doing) {}

  @FunctionalInterface
  private interface Doing {
    Result<?> apply(Inquiry inquiry, SubscriptionId id);
  }

  private final FindSubscription find;
  private final CancelSubscription cancel;
  private final PauseSubscription pause;
  private final CollectPeriod collect;
  private final Html html;

  @Inject
  public SubscriptionStepSection(
      FindSubscription find,
      CancelSubscription cancel,
      PauseSubscription pause,
      CollectPeriod collect,
      Html html) {
    this.find = find;
    this.cancel = cancel;
    this.pause = pause;
    this.collect = collect;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return Stream.of(cancelNow(), cancelLater(), pause(), resume(), collect())
        .flatMap(
            step ->
                Stream.of(
                    Door.get(
                        SubscriptionSection.ONE + step.path(),
                        with((inquiry, id) -> page(200, inquiry, confirm(inquiry, id, step)))),
                    Door.post(
                        SubscriptionSection.ONE + step.path(),
                        with((inquiry, id) -> done(inquiry, id, step)))))
        .toList();
  }

  private Step cancelNow() {
    return new Step(
        "/cancel",
        "Cancel now",
        "It is over at once. Nothing more is collected, and nothing is given back.",
        "Yes, cancel it now",
        "canceled",
        (inquiry, id) -> cancel.cancel(site(inquiry), id, CancelSubscription.When.NOW));
  }

  private Step cancelLater() {
    return new Step(
        "/cancel-later",
        "Cancel at the end of the period",
        "What was paid for is delivered; then it is over.",
        "Yes, cancel it then",
        "canceling",
        (inquiry, id) -> cancel.cancel(site(inquiry), id, CancelSubscription.When.PERIOD_END));
  }

  private Step pause() {
    return new Step(
        "/pause",
        "Pause",
        "Nothing is collected until it is resumed; what falls in between is not asked for.",
        "Yes, pause it",
        "paused",
        (inquiry, id) -> pause.pause(site(inquiry), id));
  }

  private Step resume() {
    return new Step(
        "/resume",
        "Resume",
        "It goes on with the period of now, which is collected when it is due.",
        "Yes, resume it",
        "resumed",
        (inquiry, id) -> pause.resume(site(inquiry), id));
  }

  private Step collect() {
    return new Step(
        "/collect",
        "Collect now",
        "The card is charged for the period that is due, now and once.",
        "Yes, collect it",
        "collected",
        (inquiry, id) -> collect.collect(inquiry.intent(), id));
  }

  private static com.pelcro.payments.domain.site.SiteId site(Inquiry inquiry) {
    return inquiry.site().id();
  }

  private Door.Maker with(BiFunction<Inquiry, SubscriptionId, Reply.Answer> page) {
    return inquiry ->
        inquiry
            .call()
            .id("subscription", SubscriptionId::new)
            .filter(id -> find.find(site(inquiry), id) instanceof Done<Subscription> _)
            .map(id -> page.apply(inquiry, id))
            .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer done(Inquiry inquiry, SubscriptionId id, Step step) {
    return switch (step.doing().apply(inquiry, id)) {
      case Done<?> _ -> Html.see(href(inquiry, id) + "?done=" + step.notice());
      case Refused<?>(var refusal) ->
          page(422, inquiry, confirm(inquiry, id, step).refused(Refusals.text(refusal)));
    };
  }

  private static Confirm confirm(Inquiry inquiry, SubscriptionId id, Step step) {
    var href = href(inquiry, id);
    return Confirm.of(step.title(), step.text(), href + step.path(), href, step.button());
  }

  private static String href(Inquiry inquiry, SubscriptionId id) {
    return inquiry.path("/subscriptions/" + id);
  }

  private Reply.Answer page(int status, Inquiry inquiry, Confirm page) {
    return html.page(status, inquiry, Menu.SUBSCRIPTIONS, page.title(), "confirm.jte", page);
  }
}
