package com.pelcro.payments.http.dashboard.key;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.access.IssueApiKey;
import com.pelcro.payments.application.access.IssueApiKey.Issued;
import com.pelcro.payments.application.access.ListApiKeys;
import com.pelcro.payments.application.access.RevokeApiKey;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.http.dashboard.Confirm;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys of a site: made, shown once, revoked.
public final class KeySection implements Section {

  private static final String ALL = SITE + "/keys";
  private static final String REVOKE = ALL + "/{key}/revoke";
  private static final int LONGEST_NAME = 100;

  /// The keys there are, and the form for another.
  public record Page(String href, Form form, Field name, List<Row> rows) {

    /// One key, by its name.
    public record Row(String name, Moment made, @Nullable Moment used, String href) {}
  }

  /// A key made just now; without the key itself when the form was sent again.
  public record Made(String name, @Nullable String key, String back) {

    @Override
    public String toString() {
      return "Made[" + name + "]";
    }
  }

  private final IssueApiKey issue;
  private final ListApiKeys list;
  private final RevokeApiKey revoke;
  private final Html html;

  @Inject
  public KeySection(IssueApiKey issue, ListApiKeys list, RevokeApiKey revoke, Html html) {
    this.issue = issue;
    this.list = list;
    this.revoke = revoke;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get(ALL, inquiry -> list(200, inquiry, Form.empty())),
        Door.post(ALL, this::make),
        Door.get(REVOKE, this::sure),
        Door.post(REVOKE, this::revoke));
  }

  private Reply.Answer list(int status, Inquiry inquiry, Form form) {
    var zone = inquiry.site().timeZone();
    var href = inquiry.path("/keys");
    var rows = keys(inquiry).stream().map(key -> row(key, href, zone)).toList();
    var name = Field.text(form, "name", "Name", "What uses it, such as web shop").needed();
    var page = new Page(href, form, name, rows);
    return html.page(status, inquiry, Menu.KEYS, "API keys", "key/list.jte", page);
  }

  private static Page.Row row(ApiKey key, String href, ZoneId zone) {
    return new Page.Row(
        key.name(),
        Words.at(key.createdAt(), zone),
        Words.maybe(key.lastUsedAt(), zone),
        href + "/" + key.id());
  }

  private List<ApiKey> keys(Inquiry inquiry) {
    return list.list(inquiry.site().id()) instanceof Done(var keys) ? keys : List.of();
  }

  private Reply.Answer make(Inquiry inquiry) {
    var name = inquiry.call().field("name");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return wrong(inquiry, "Give it a name of at most " + LONGEST_NAME + " characters");
    }
    return switch (issue.issue(inquiry.intent(), name, inquiry.editor())) {
      case Done(var once) -> made(inquiry, once.value());
      case Refused(var refusal) -> wrong(inquiry, Refusals.text(refusal));
    };
  }

  /// The one page that shows a key.
  private Reply.Answer made(Inquiry inquiry, Issued issued) {
    var key = issued.key();
    var page =
        new Made(issued.record().name(), key == null ? null : key.reveal(), inquiry.path("/keys"));
    return html.page(inquiry, Menu.KEYS, "A new key", "key/made.jte", page);
  }

  private Reply.Answer wrong(Inquiry inquiry, String why) {
    var fault = new Fault("name", why);
    return list(422, inquiry, Form.sent(inquiry.call(), List.of(), List.of(fault)));
  }

  private Reply.Answer sure(Inquiry inquiry) {
    return key(inquiry)
        .map(
            key ->
                html.page(inquiry, Menu.KEYS, "Revoke a key", "confirm.jte", confirm(inquiry, key)))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private static Confirm confirm(Inquiry inquiry, ApiKey key) {
    return Confirm.of(
        "Revoke " + key.name() + "?",
        "Whatever uses this key stops working at once, and whoever is logged in with it is out.",
        inquiry.path("/keys/" + key.id() + "/revoke"),
        inquiry.path("/keys"),
        "Yes, revoke it");
  }

  private Reply.Answer revoke(Inquiry inquiry) {
    return key(inquiry)
        .map(key -> revoke.revoke(key.site(), key.id(), inquiry.editor()))
        .map(
            revoked ->
                switch (revoked) {
                  case Done<ApiKey> _ -> Html.see(inquiry.path("/keys?done=revoked"));
                  case Refused(var refusal) -> html.refused(inquiry, refusal);
                })
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Optional<ApiKey> key(Inquiry inquiry) {
    var id = inquiry.call().id("key", ApiKeyId::new);
    return keys(inquiry).stream().filter(key -> id.equals(Optional.of(key.id()))).findFirst();
  }
}
