package com.pelcro.payments.persistence.renewal;

import com.pelcro.payments.application.renewal.DunningPolicies;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The table `dunning_policies`.
public final class JdbiDunningPolicies implements DunningPolicies {

  private final Database database;

  @Inject
  public JdbiDunningPolicies(Database database) {
    this.database = database;
  }

  private static final String FIND =
      """
      SELECT retry_after_seconds::text[] AS retry_after, final_action, retry_without_advice,
        text_pairs(card_caps) AS card_caps, default_card_cap
      FROM dunning_policies
      WHERE site_id = :site
      """;

  @Override
  public DunningPolicy of(SiteId site) {
    return database
        .find(FIND, Binds.at(site), JdbiDunningPolicies::policy)
        .orElse(DunningPolicy.USUAL);
  }

  private static DunningPolicy policy(Columns columns) throws SQLException {
    return new DunningPolicy(
        columns.texts("retry_after").stream()
            .map(Long::parseLong)
            .map(Duration::ofSeconds)
            .toList(),
        columns.code("final_action", FinalAction.class),
        columns.flag("retry_without_advice"),
        caps(columns.pairs("card_caps")),
        columns.number("default_card_cap"));
  }

  private static Map<CardNetwork, Integer> caps(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .collect(
            Collectors.toMap(
                pair -> CardNetwork.valueOf(pair.getKey().toUpperCase(Locale.ROOT)),
                pair -> Integer.valueOf(pair.getValue())));
  }

  private static final String PUT =
      """
      INSERT INTO dunning_policies (site_id, retry_after_seconds, final_action,
        retry_without_advice, card_caps, default_card_cap)
      VALUES (:site, CAST(:retryAfter AS bigint[]), :finalAction, :retryWithoutAdvice,
        jsonb_object(:cardCaps), :defaultCardCap)
      ON CONFLICT (site_id) DO UPDATE
      SET retry_after_seconds = excluded.retry_after_seconds,
        final_action = excluded.final_action,
        retry_without_advice = excluded.retry_without_advice,
        card_caps = excluded.card_caps, default_card_cap = excluded.default_card_cap
      """;

  @Override
  public void put(SiteId site, DunningPolicy policy) {
    var binds =
        Binds.at(site)
            .texts(
                "retryAfter",
                policy.retryAfter().stream().map(Duration::toSeconds).map(String::valueOf).toList())
            .with("finalAction", policy.finalAction())
            .with("retryWithoutAdvice", policy.retryWithoutAdvice())
            .pairs("cardCaps", names(policy.cardCaps()))
            .with("defaultCardCap", policy.defaultCardCap());
    database.changeOne(PUT, binds, "the dunning policy");
  }

  private static Map<String, String> names(Map<CardNetwork, Integer> caps) {
    return caps.entrySet().stream()
        .collect(
            Collectors.toMap(
                cap -> cap.getKey().name().toLowerCase(Locale.ROOT),
                cap -> cap.getValue().toString()));
  }
}
