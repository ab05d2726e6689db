package com.pelcro.payments.http.cardsession;

import static com.pelcro.payments.http.access.Access.EVERYONE;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.cardsession.CardTesting;
import com.pelcro.payments.application.cardsession.RenewCardSession;
import com.pelcro.payments.application.cardsession.ShowCardForm;
import com.pelcro.payments.application.cardsession.ShowCardForm.View;
import com.pelcro.payments.domain.cardsession.CardFields.FlexKey;
import com.pelcro.payments.domain.cardsession.CardFields.Microform;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The page that takes a card: it stands in a frame of the shop's page and tells that page what
/// came of it.
public final class CardForm implements Routes {

  private static final String ONE = "/pay/{card_session}";
  private static final String HTML = "text/html; charset=utf-8";

  private final ShowCardForm show;
  private final RenewCardSession renew;
  private final CardTesting testing;
  private final InstantSource clock;
  private final FormAssets assets = new FormAssets();
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  @Inject
  public CardForm(
      ShowCardForm show, RenewCardSession renew, CardTesting testing, InstantSource clock) {
    this.show = show;
    this.renew = renew;
    this.testing = testing;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ONE, EVERYONE, this::page).limited(),
        Route.post(ONE + "/context", EVERYONE, this::context).limited(),
        Route.get(FormAssets.PATH + "{asset}", EVERYONE, this::asset));
  }

  private Reply page(Call call) {
    var wait = testing.wait(call.address());
    return wait.isPresent() ? held(wait.get()) : form(call);
  }

  private Reply form(Call call) {
    var id = call.id("card_session", Function.identity());
    return TimeOrderedId.isValid(CardSessionId.PREFIX, id)
        ? page(call, show.show(new CardSessionId(id)))
        : unknown();
  }

  private Reply page(Call call, View view) {
    return switch (view) {
      case View.Open(var session, var fields) -> {
        testing.shown(session.id(), call.address());
        yield form(session, fields);
      }
      case View.Expired _ ->
          message(
              410,
              "This form has expired",
              "Reload the page it is part of, and enter the card there.");
      case View.Unknown _ -> unknown();
    };
  }

  private Reply form(CardSession session, Microform fields) {
    var view = FormView.of(session, ContextJson.of(session, fields, clock.instant()));
    return drawn(200, "pay/form.jte", Map.of("form", view), FormRules.of(session, fields));
  }

  private Reply held(Duration wait) {
    return message(
            429,
            "Too many cards were declined",
            "No card can be entered here for a while. Try again later, or ask the shop.")
        .and("Retry-After", Long.toString(wait.toSeconds() + 1));
  }

  private Reply unknown() {
    return message(404, "There is no such form", "Go back to the shop and begin again.");
  }

  private Reply.Answer message(int status, String title, String text) {
    return drawn(status, "pay/message.jte", Map.of("title", title, "text", text), FormRules.SAYING);
  }

  private Reply.Answer drawn(
      int status, String template, Map<String, Object> parameters, Map<String, String> rules) {
    var output = new StringOutput();
    templates.render(template, parameters, output);
    return new Reply.Answer(status, HTML, Buffer.buffer(output.toString()), rules);
  }

  private Reply context(Call call) {
    return Reply.to(
        renew.renew(call.id("card_session", CardSessionId::new)).then(this::context),
        context -> Reply.json(201, context));
  }

  private Result<ContextJson> context(CardSession session) {
    return switch (session.fields()) {
      case Microform fields -> new Result.Done<>(ContextJson.of(session, fields, clock.instant()));
      case FlexKey _ -> throw new IllegalStateException("a form is renewed with hosted fields");
    };
  }

  private Reply asset(Call call) {
    return assets.get(call.id("asset", Function.identity()));
  }
}
