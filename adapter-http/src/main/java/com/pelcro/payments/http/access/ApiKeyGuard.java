package com.pelcro.payments.http.access;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.access.AuthenticateApiKey;
import com.pelcro.payments.application.site.FindSite;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.Caller.Anyone;
import com.pelcro.payments.http.access.Caller.Operator;
import com.pelcro.payments.http.access.Caller.SiteHolder;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides who a request comes from and whether the route is open to them.
public final class ApiKeyGuard {

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\x21-\\x7e]+)");

  /// What the guard says.
  public sealed interface Verdict {

    record Welcome(Caller caller) implements Verdict {}

    /// No key, or one that opens nothing.
    record Unknown() implements Verdict {}

    /// A key that does not open this.
    record Forbidden() implements Verdict {}

    /// A site that is not there, or not for this key: nobody learns which.
    record Hidden() implements Verdict {}
  }

  private final OperatorKey operatorKey;
  private final AuthenticateApiKey authenticate;
  private final FindSite findSite;

  @Inject
  public ApiKeyGuard(HttpSettings settings, AuthenticateApiKey authenticate, FindSite findSite) {
    this.operatorKey = settings.operatorKey();
    this.authenticate = authenticate;
    this.findSite = findSite;
  }

  /// `site` is the one in the path, if there is one and it could exist.
  public Verdict judge(Access needed, @Nullable String authorization, @Nullable SiteId site) {
    if (needed == Access.EVERYONE) {
      return new Verdict.Welcome(new Anyone());
    }
    return presented(authorization)
        .map(key -> judgeKey(needed, key, site))
        .orElse(new Verdict.Unknown());
  }

  private static Optional<String> presented(@Nullable String authorization) {
    var bearer = BEARER.matcher(authorization == null ? "" : authorization);
    return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }

  private Verdict judgeKey(Access needed, String presented, @Nullable SiteId site) {
    if (operatorKey.isOpenedBy(presented)) {
      return site == null || findSite.find(site) instanceof Done
          ? new Verdict.Welcome(new Operator())
          : new Verdict.Hidden();
    }
    return authenticate
        .authenticate(presented)
        .map(key -> judgeHolder(needed, key, site))
        .orElse(new Verdict.Unknown());
  }

  private static Verdict judgeHolder(Access needed, ApiKey key, @Nullable SiteId site) {
    return switch (needed) {
      case OPERATOR ->
          site == null || key.site().equals(site) ? new Verdict.Forbidden() : new Verdict.Hidden();
      case SITE ->
          key.site().equals(site)
              ? new Verdict.Welcome(new SiteHolder(key.site(), key.id()))
              : new Verdict.Hidden();
      case ANY_KEY, EVERYONE -> new Verdict.Welcome(new SiteHolder(key.site(), key.id()));
    };
  }
}
