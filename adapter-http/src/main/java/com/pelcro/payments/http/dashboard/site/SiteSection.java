package com.pelcro.payments.http.dashboard.site;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.site.AddSite;
import com.pelcro.payments.application.site.ChangeSite;
import com.pelcro.payments.application.site.ListSites;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Door.Opens;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sites: all of them for the operator, and what one is.
public final class SiteSection implements Section {

  private static final String ALL = "/dashboard/sites";
  private static final String SETTINGS = SITE + "/settings";

  /// A part of the list of sites.
  public record SiteList(List<Row> rows, @Nullable String next) {

    /// One site.
    public record Row(String name, String url, String href) {}
  }

  private final AddSite add;
  private final ChangeSite change;
  private final ListSites list;
  private final Html html;

  @Inject
  public SiteSection(AddSite add, ChangeSite change, ListSites list, Html html) {
    this.add = add;
    this.change = change;
    this.list = list;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get(ALL, this::list).to(Opens.OPERATOR),
        Door.get(ALL + "/new", this::blank).to(Opens.OPERATOR),
        Door.post(ALL + "/new", this::add).to(Opens.OPERATOR),
        Door.get(SETTINGS, inquiry -> stored(inquiry, SiteForm.stored(inquiry.site()), 200)),
        Door.post(SETTINGS, this::change));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var after = Pager.after(inquiry.call(), SiteId.PREFIX);
    Slice<Site> slice = list.list(new Window(Pager.ROWS, after));
    var rows =
        slice.rows().stream()
            .map(site -> new SiteList.Row(site.name(), site.url().value(), ALL + "/" + site.id()))
            .toList();
    var next = Pager.next(inquiry.call(), slice, site -> site.id().value());
    return html.page(inquiry, Menu.SITES, "Sites", "site/list.jte", new SiteList(rows, next));
  }

  private Reply.Answer blank(Inquiry inquiry) {
    return blank(inquiry, Form.of(Map.of("time_zone", "UTC")), 200);
  }

  private Reply.Answer blank(Inquiry inquiry, Form form, int status) {
    var page = new SiteForm(form, ALL + "/new", "Add the site", ALL);
    return html.page(status, inquiry, Menu.SITES, "Add a site", "site/form.jte", page);
  }

  private Reply.Answer add(Inquiry inquiry) {
    var call = inquiry.call();
    var faults = SiteForm.faults(call);
    if (!faults.isEmpty()) {
      return blank(inquiry, Form.sent(call, List.of(), faults), 422);
    }
    var site =
        add.add(
            new AddSite.Request(
                call.field("name"),
                new Origin(call.field("url")),
                SiteForm.externalId(call),
                zone(call)),
            inquiry.editor());
    return Html.see(ALL + "/" + site.id() + "?done=added");
  }

  private Reply.Answer stored(Inquiry inquiry, Form form, int status) {
    var page = new SiteForm(form, inquiry.path("/settings"), "Save", inquiry.path(""));
    return html.page(status, inquiry, Menu.SETTINGS, "Site", "site/form.jte", page);
  }

  private Reply.Answer change(Inquiry inquiry) {
    var call = inquiry.call();
    var faults = SiteForm.faults(call);
    if (!faults.isEmpty()) {
      return stored(inquiry, Form.sent(call, List.of(), faults), 422);
    }
    return switch (change.change(
        inquiry.site().id(), site -> changed(site, call), inquiry.editor())) {
      case Done<Site> _ -> Html.see(inquiry.path("/settings?done=saved"));
      case Refused(var refusal) -> html.refused(inquiry, refusal);
    };
  }

  private static Site changed(Site site, PageCall call) {
    return new Site(
        site.id(),
        call.field("name"),
        new Origin(call.field("url")),
        SiteForm.externalId(call),
        zone(call),
        site.createdAt());
  }

  private static ZoneId zone(PageCall call) {
    return Objects.requireNonNull(SiteForm.zone(call), "time zone");
  }
}
