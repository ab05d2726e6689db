package com.pelcro.payments.http.dashboard.login;

import com.pelcro.payments.application.access.AuthenticateApiKey;
import com.pelcro.payments.application.access.OpenSession;
import com.pelcro.payments.domain.access.DashboardSession.Holder;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.PageAccess;
import com.pelcro.payments.http.dashboard.Cookie;
import com.pelcro.payments.http.dashboard.Gate;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.PageRoute;
import com.pelcro.payments.http.server.Pages;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The way in: a key, once, for a session.
public final class LoginPages implements Pages {

  private static final String PATH = "/dashboard/login";

  /// Only pages of ours are gone to afterwards.
  private static final Pattern OURS =
      Pattern.compile("/dashboard(/[A-Za-z0-9_/-]*)?(\\?[\\w=&.%+-]*)?");

  /// What the log-in page shows.
  public record Login(@Nullable String fault, String next) {}

  private final HttpSettings settings;
  private final AuthenticateApiKey authenticate;
  private final OpenSession open;
  private final LoginLimit limit;
  private final Gate gate;
  private final Html html;

  @Inject
  public LoginPages(
      HttpSettings settings,
      AuthenticateApiKey authenticate,
      OpenSession open,
      LoginLimit limit,
      Gate gate,
      Html html) {
    this.settings = settings;
    this.authenticate = authenticate;
    this.open = open;
    this.limit = limit;
    this.gate = gate;
    this.html = html;
  }

  @Override
  public List<PageRoute> pages() {
    return List.of(
        PageRoute.get(PATH, PageAccess.EVERYONE, this::show),
        PageRoute.post(PATH, PageAccess.EVERYONE, this::enter));
  }

  private Reply.Answer show(PageCall call) {
    return gate.knows(call)
        ? Html.see("/dashboard")
        : html.outside(200, "login.jte", new Login(null, next(call.query("next").orElse(""))));
  }

  private Reply.Answer enter(PageCall call) {
    var next = next(call.field("next"));
    if (!gate.isSameOrigin(call)) {
      return again(403, "The form came from somewhere else. Try again here.", next);
    }
    if (!limit.admits(call.address())) {
      return again(429, "Too many keys that did not fit. Wait a few minutes and try again.", next);
    }
    return holder(call.field("key"))
        .map(holder -> welcome(call, holder, next))
        .orElseGet(() -> again(401, "This key is not in force. Check it and try again.", next));
  }

  private Reply.Answer welcome(PageCall call, Holder holder, String next) {
    limit.forgive(call.address());
    var cookie = Cookie.set(open.open(holder), settings);
    return Html.see(next.isEmpty() ? "/dashboard" : next, Map.of("Set-Cookie", cookie));
  }

  private Optional<Holder> holder(String key) {
    if (settings.operatorKey().isOpenedBy(key)) {
      return Optional.of(new Holder.Operator(settings.operatorKey().digest()));
    }
    return authenticate.authenticate(key).map(known -> new Holder.Site(known.site(), known.id()));
  }

  private Reply.Answer again(int status, String fault, String next) {
    var page = html.outside(status, "login.jte", new Login(fault, next));
    return status == 429 ? page.and("Retry-After", "60") : page;
  }

  private static String next(String wanted) {
    return OURS.matcher(wanted).matches() ? wanted : "";
  }
}
