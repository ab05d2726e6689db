package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.access.ContinueSession;
import com.pelcro.payments.application.access.ContinueSession.Attendance;
import com.pelcro.payments.application.site.FindSite;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.intake.CardNumbers;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Lets in who is logged in, to what they may see, and takes forms only from our own pages.
public final class Gate {

  /// The name of the hidden field with the session's CSRF token.
  public static final String CSRF = "csrf";

  private final HttpSettings settings;
  private final ContinueSession sessions;
  private final FindSite sites;
  private final Html html;

  @Inject
  public Gate(HttpSettings settings, ContinueSession sessions, FindSite sites, Html html) {
    this.settings = settings;
    this.sessions = sessions;
    this.sites = sites;
    this.html = html;
  }

  Reply.Sendable pass(Door door, PageCall call) {
    var token = Cookie.of(call);
    var session = token.flatMap(known -> session(known, call));
    if (token.isEmpty() || session.isEmpty()) {
      return html.login(call);
    }
    var caller = caller(session.get());
    var csrf = csrf(token.get());
    var outside = new Inquiry(call, caller, csrf, null);
    if (call.method().equals("POST") && !isOurs(call, csrf)) {
      return html.stale(outside);
    }
    return switch (door.opens()) {
      case ANYBODY -> open(door, outside);
      case OPERATOR -> outside.isOperator() ? open(door, outside) : html.notFound(outside);
      case OPERATOR_AT_SITE ->
          outside.isOperator() ? atSite(door, outside) : html.notFound(outside);
      case SITE -> atSite(door, outside);
    };
  }

  private Reply.Sendable atSite(Door door, Inquiry outside) {
    return place(outside.call(), outside.caller())
        .map(
            site -> open(door, new Inquiry(outside.call(), outside.caller(), outside.csrf(), site)))
        .orElseGet(() -> html.notFound(outside));
  }

  /// Whether anybody is logged in.
  public boolean knows(PageCall call) {
    return Cookie.of(call).flatMap(token -> session(token, call)).isPresent();
  }

  private Reply.Sendable open(Door door, Inquiry inquiry) {
    var form = inquiry.call().form();
    var texts =
        form.names().stream()
            .filter(name -> !name.equals(CSRF) && !name.equals(Inquiry.ONCE))
            .flatMap(name -> form.getAll(name).stream())
            .toList();
    if (texts.stream().anyMatch(CardNumbers::isIn)) {
      return html.cardNumber(inquiry);
    }
    return texts.stream().anyMatch(Gate::isUnfit)
        ? html.unreadable(inquiry)
        : door.maker().make(inquiry);
  }

  /// Beside the ends of lines no field takes what cannot be seen.
  private static boolean isUnfit(String text) {
    return text.codePoints()
        .filter(one -> one != '\n' && one != '\r')
        .anyMatch(one -> Character.getType(one) == Character.CONTROL || isHalf(one));
  }

  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  private Optional<DashboardSession> session(String token, PageCall call) {
    var attendance = call.query("live").isPresent() ? Attendance.PAGE : Attendance.PERSON;
    return sessions.find(token, settings.operatorKey().digest(), attendance);
  }

  private static Caller caller(DashboardSession session) {
    return switch (session.holder()) {
      case DashboardSession.Holder.Operator _ -> new Caller.Operator();
      case DashboardSession.Holder.Site(var site, var key) -> new Caller.SiteHolder(site, key);
    };
  }

  /// The site in the path; nobody learns whether one that is not theirs is there.
  private Optional<Site> place(PageCall call, Caller caller) {
    return call.id("site", SiteId::new)
        .filter(site -> !(caller instanceof Caller.SiteHolder(var own, _)) || own.equals(site))
        .flatMap(
            site ->
                switch (sites.find(site)) {
                  case Done(var found) -> Optional.of(found);
                  case Refused<Site> _ -> Optional.empty();
                });
  }

  private boolean isOurs(PageCall call, String csrf) {
    return isSameOrigin(call) && isEqual(call.field(CSRF), csrf);
  }

  /// Whether a form was sent by a page of ours, as far as the browser says.
  public boolean isSameOrigin(PageCall call) {
    var origin = call.headers().get("Origin");
    if (origin == null) {
      return true;
    }
    var authority = origin.substring(origin.indexOf("//") + 2);
    return authority.equals(call.headers().get("Host"))
        || authority.equals(settings.publicUrl().getAuthority());
  }

  /// Known to whoever holds the session's token, and to nobody else.
  private static String csrf(String token) {
    return ApiKeyHash.of("csrf " + token).value();
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
