package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.idempotency.RequestFingerprint;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.server.PageCall;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody who is logged in asks for. `csrf` goes into every form; `site` is the one in the
/// path.
public record Inquiry(PageCall call, Caller caller, String csrf, @Nullable Site place) {

  /// The name of the hidden field that makes a form count once.
  public static final String ONCE = "once";

  public boolean isOperator() {
    return caller instanceof Caller.Operator;
  }

  public Site site() {
    return Objects.requireNonNull(place, "this page is about no site");
  }

  /// A path below the site's.
  public String path(String below) {
    return "/dashboard/sites/" + site().id() + below;
  }

  /// Who changes settings with a form.
  public Editor editor() {
    return caller.through(Editor.Door.DASHBOARD);
  }

  /// A form's intention, named when its page was drawn: sent twice, it is done once.
  public Intent intent() {
    var once = call.field(ONCE);
    var key = IdempotencyKey.isValid(once) ? once : UUID.randomUUID().toString();
    return new Intent(site().id(), new IdempotencyKey("page-" + key), fingerprint());
  }

  private RequestFingerprint fingerprint() {
    var fields = new TreeMap<String, String>();
    call.form().names().forEach(name -> fields.put(name, call.fields(name).toString()));
    fields.remove(Gate.CSRF);
    return new RequestFingerprint(ApiKeyHash.of(call.url() + "\n" + fields).value());
  }
}
