package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.subscription.SetDunning;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;

/// How a site goes after declined renewals.
public final class DunningSection implements Section {

  private static final String PATH = SITE + "/dunning";

  private final SetDunning dunning;
  private final Html html;

  @Inject
  public DunningSection(SetDunning dunning, Html html) {
    this.dunning = dunning;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(PATH, this::show), Door.post(PATH, this::save));
  }

  private Reply.Answer show(Inquiry inquiry) {
    return switch (dunning.find(inquiry.site().id())) {
      case Done(var policy) -> page(200, inquiry, DunningForm.stored(policy));
      case Refused(var refusal) -> html.refused(inquiry, refusal);
    };
  }

  private Reply.Answer save(Inquiry inquiry) {
    var faults = DunningForm.faults(inquiry.call());
    if (!faults.isEmpty()) {
      return page(422, inquiry, Form.sent(inquiry.call(), List.of(), faults));
    }
    return switch (dunning.set(
        inquiry.site().id(), DunningForm.policy(inquiry.call()), inquiry.editor())) {
      case Done<DunningPolicy> _ -> Html.see(inquiry.path("/dunning?done=saved"));
      case Refused(var refusal) -> html.refused(inquiry, refusal);
    };
  }

  private Reply.Answer page(int status, Inquiry inquiry, Form form) {
    var page = new DunningForm(form, inquiry.path("/dunning"));
    return html.page(status, inquiry, Menu.DUNNING, "Dunning", "dunning/form.jte", page);
  }
}
