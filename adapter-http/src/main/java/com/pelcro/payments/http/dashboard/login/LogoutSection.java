package com.pelcro.payments.http.dashboard.login;

import com.pelcro.payments.application.access.EndSession;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.dashboard.Cookie;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/// The way out.
public final class LogoutSection implements Section {

  private final HttpSettings settings;
  private final EndSession end;

  @Inject
  public LogoutSection(HttpSettings settings, EndSession end) {
    this.settings = settings;
    this.end = end;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.post("/dashboard/logout", this::leave).to(Door.Opens.ANYBODY));
  }

  private Reply.Answer leave(Inquiry inquiry) {
    Cookie.of(inquiry.call()).ifPresent(end::end);
    return Html.see("/dashboard/login", Map.of("Set-Cookie", Cookie.clear(settings)));
  }
}
