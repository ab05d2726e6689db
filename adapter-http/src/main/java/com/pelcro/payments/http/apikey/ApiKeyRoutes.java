package com.pelcro.payments.http.apikey;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.access.IssueApiKey;
import com.pelcro.payments.application.access.IssueApiKey.Issued;
import com.pelcro.payments.application.access.ListApiKeys;
import com.pelcro.payments.application.access.RevokeApiKey;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of a site.
public final class ApiKeyRoutes implements Routes {

  private static final String ALL = "/v1/sites/{site}/api-keys";

  private record NewApiKeyJson(String name) {}

  private record IssuedJson(String id, String name, @Nullable String key, Instant createdAt) {}

  private record ApiKeyJson(
      String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

  private final IssueApiKey issue;
  private final ListApiKeys list;
  private final RevokeApiKey revoke;

  @Inject
  public ApiKeyRoutes(IssueApiKey issue, ListApiKeys list, RevokeApiKey revoke) {
    this.issue = issue;
    this.list = list;
    this.revoke = revoke;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ALL, SITE, this::issue),
        Route.get(ALL, SITE, this::list),
        Route.delete(ALL + "/{key}", SITE, this::revoke));
  }

  private Reply issue(Call call) {
    var name = call.body(NewApiKeyJson.class).name();
    return Reply.once(
        issue.issue(call.intent(), name, call.editor()), _ -> 201, ApiKeyRoutes::shown);
  }

  /// The one place where a key itself goes out.
  private static IssuedJson shown(Issued issued) {
    var key = issued.key();
    return new IssuedJson(
        issued.record().id().value(),
        issued.record().name(),
        key == null ? null : key.reveal(),
        issued.record().createdAt());
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(ApiKeyId.PREFIX),
        window -> Reply.to(list.list(call.site()), keys -> Reply.ok(page(keys, window))));
  }

  /// A site has few keys; they are read together and cut here.
  private static Page<ApiKeyJson> page(List<ApiKey> keys, Window window) {
    var after = window.after();
    var rows =
        keys.stream()
            .filter(key -> after == null || key.id().value().compareTo(after) < 0)
            .limit(window.limit() + 1L)
            .toList();
    return Page.of(Slice.of(rows, window.limit()), ApiKeyRoutes::listed, key -> key.id().value());
  }

  private static ApiKeyJson listed(ApiKey key) {
    return new ApiKeyJson(key.id().value(), key.name(), key.createdAt(), key.lastUsedAt());
  }

  private Reply revoke(Call call) {
    return Reply.to(
        revoke.revoke(call.site(), call.id("key", ApiKeyId::new), call.editor()),
        _ -> Reply.nothing());
  }
}
