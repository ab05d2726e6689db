package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.gateway.GatewayProfile.Setting;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.RetiredCredentials;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Settings about to be stored, held against what the gateway says of itself and what is stored
/// now.
record IntegrationDraft(
    ConfigureIntegration.Request request,
    GatewayProfile profile,
    Site site,
    Optional<Integration> present,
    Instant now) {

  /// The hosted fields take this many origins, the site's own among them.
  private static final int MOST_ORIGINS = 9;

  private static final Duration OVERLAP = Duration.ofHours(24);

  List<FieldProblem> problems() {
    var problems = new ArrayList<FieldProblem>();
    unknownSettings().map(IntegrationDraft::unknown).forEach(problems::add);
    profile.settings().stream().flatMap(this::problem).forEach(problems::add);
    if (!profile.environments().contains(request.environment())) {
      problems.add(invalid("/environment", "this gateway has no such environment"));
    }
    if (site.url().isLocal() && request.environment() != Environment.SANDBOX) {
      problems.add(
          invalid("/environment", "the site's own url is http, which only the sandbox takes"));
    }
    if (!profile.currencies().contains(request.currency())) {
      problems.add(invalid("/supported_currency", "choose one of " + profile.currencies()));
    }
    if (!Set.copyOf(profile.networks()).containsAll(request.networks())) {
      problems.add(invalid("/card_networks", "the gateway does not take all of these"));
    }
    problems.addAll(originProblems());
    return problems;
  }

  Integration integration() {
    var credentials = credentials();
    var changed = present.filter(stored -> !stored.credentials().equals(credentials));
    return new Integration(
        site.id(),
        request.gateway(),
        request.environment(),
        request.status(),
        request.currency(),
        request.additionalSites().stream().map(Origin::new).toList(),
        request.networks().isEmpty() ? Set.copyOf(profile.networks()) : request.networks(),
        credentials,
        changed.map(this::retired).orElseGet(this::stillRetired),
        secretsKept(credentials) ? present.orElseThrow().secretsUpdatedAt() : now,
        present.map(Integration::createdAt).orElse(now),
        now);
  }

  private @Nullable RetiredCredentials retired(Integration stored) {
    return new RetiredCredentials(stored.credentials(), now.plus(OVERLAP));
  }

  /// Credentials that have served their time are not kept any longer.
  private @Nullable RetiredCredentials stillRetired() {
    return present
        .map(Integration::previous)
        .filter(previous -> now.isBefore(previous.until()))
        .orElse(null);
  }

  private boolean secretsKept(Credentials credentials) {
    return present
        .filter(stored -> stored.credentials().secrets().equals(credentials.secrets()))
        .isPresent();
  }

  private Credentials credentials() {
    Map<String, String> values = new HashMap<>();
    Map<String, SharedSecret> secrets = new HashMap<>();
    present.ifPresent(stored -> secrets.putAll(stored.credentials().secrets()));
    for (var setting : profile.settings()) {
      var text = request.settings().get(setting.name());
      if (text != null && setting.secret()) {
        secrets.put(setting.name(), new SharedSecret(text));
      } else if (text != null) {
        values.put(setting.name(), text);
      }
    }
    return new Credentials(values, secrets);
  }

  private Stream<String> unknownSettings() {
    var unknown = new TreeSet<>(request.settings().keySet());
    profile.settings().forEach(setting -> unknown.remove(setting.name()));
    return unknown.stream();
  }

  private Stream<FieldProblem> problem(Setting setting) {
    var text = request.settings().get(setting.name());
    if (text != null) {
      return setting.shape().matcher(text).matches()
          ? Stream.of()
          : Stream.of(invalid(pointer(setting), setting.shapeHelp()));
    }
    return setting.required() && !isStored(setting)
        ? Stream.of(invalid(pointer(setting), setting.label() + " is required"))
        : Stream.of();
  }

  private boolean isStored(Setting setting) {
    return setting.secret()
        && present
            .filter(stored -> stored.credentials().secrets().containsKey(setting.name()))
            .isPresent();
  }

  private List<FieldProblem> originProblems() {
    var origins = request.additionalSites();
    if (origins.size() >= MOST_ORIGINS) {
      return List.of(
          invalid(
              "/additional_supported_sites",
              "at most " + (MOST_ORIGINS - 1) + " beside the site's own"));
    }
    return IntStream.range(0, origins.size())
        .boxed()
        .flatMap(at -> originProblem(at, origins.get(at)))
        .toList();
  }

  private Stream<FieldProblem> originProblem(int at, String origin) {
    return Origin.problem(origin)
        .or(() -> localOutsideSandbox(origin))
        .map(problem -> invalid("/additional_supported_sites/" + at, problem))
        .stream();
  }

  private Optional<String> localOutsideSandbox(String origin) {
    return new Origin(origin).isLocal() && request.environment() != Environment.SANDBOX
        ? Optional.of("is http, which only the sandbox takes")
        : Optional.empty();
  }

  private static String pointer(Setting setting) {
    return "/settings/" + setting.name();
  }

  private static FieldProblem invalid(String pointer, String detail) {
    return new FieldProblem(pointer, Kind.INVALID, detail);
  }

  private static FieldProblem unknown(String name) {
    return new FieldProblem("/settings/" + name, Kind.UNKNOWN, "the gateway has no such setting");
  }
}
