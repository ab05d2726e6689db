package com.pelcro.payments.http.cardsession;

import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.http.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the card form's page is made of: `setup` is what its script begins with, as JSON.
public record FormView(String setup, List<Country> countries) {

  /// A country by its two letters and its English name.
  public record Country(String code, String name) {}

  private record Setup(
      ContextJson session, List<String> origins, Map<String, NetworkJson> networks) {}

  private record NetworkJson(String name, @Nullable String icon) {}

  private static final List<Country> COUNTRIES =
      Stream.of(Locale.getISOCountries())
          .map(code -> new Country(code, name(code)))
          .sorted(Comparator.comparing(Country::name))
          .toList();

  static FormView of(CardSession session, ContextJson context) {
    var networks =
        session.networks().stream().collect(Collectors.toMap(CardNetwork::code, FormView::shown));
    var origins = session.origins().stream().map(Origin::value).toList();
    return new FormView(Json.write(new Setup(context, origins, networks)), COUNTRIES);
  }

  private static NetworkJson shown(CardNetwork network) {
    var icon = network.code() + ".svg";
    return new NetworkJson(
        network.displayName(), FormAssets.has(icon) ? FormAssets.PATH + icon : null);
  }

  private static String name(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }
}
