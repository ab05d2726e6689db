package com.pelcro.payments.application.site;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.site.ConfigureIntegration.Configured;
import com.pelcro.payments.application.site.ConfigureIntegration.Novelty;
import com.pelcro.payments.application.site.ConfigureIntegration.Request;
import com.pelcro.payments.domain.gateway.ConnectionCheck.Verdict;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.domain.settings.TestEditors;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.RetiredCredentials;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigureIntegrationTest {

  private static final Map<String, String> COMPLETE =
      Map.of("merchant_id", "acme", "key_id", "key-1", "secret_key", "secret-1");
  private static final Map<String, String> WITHOUT_SECRET =
      Map.of("merchant_id", "acme", "key_id", "key-1");

  private final Shop shop = Shop.open();
  private final SiteUseCases sites = SiteUseCases.on(shop.storage, shop.gateways, shop.clock);
  private final SiteId site =
      sites
          .add()
          .add(
              new AddSite.Request(
                  "The Weekly", new Origin("https://weekly.example"), null, ZoneOffset.UTC),
              TestEditors.OPERATOR)
          .id();

  @Test
  void settings_are_added_and_then_changed() {
    var added = done(configure(COMPLETE));
    assertThat(added.novelty()).isEqualTo(Novelty.ADDED);
    assertThat(done(configure(COMPLETE)).novelty()).isEqualTo(Novelty.CHANGED);
    assertThat(stored().credentials().value("merchant_id")).isEqualTo("acme");
    assertThat(stored().credentials().secret("secret_key")).isEqualTo(new SharedSecret("secret-1"));
    assertThat(shop.storage.recorded(site))
        .extracting(event -> event.type())
        .containsExactly("integration.updated", "integration.updated");
  }

  @Test
  void without_networks_all_of_the_gateways_are_taken() {
    done(configure(COMPLETE));
    assertThat(stored().networks())
        .containsExactlyInAnyOrder(CardNetwork.VISA, CardNetwork.MASTERCARD, CardNetwork.AMEX);
  }

  @Test
  void a_secret_that_is_left_out_stays() {
    var first = done(configure(COMPLETE)).integration();
    shop.clock.advance(Duration.ofMinutes(1));
    var second = done(configure(WITHOUT_SECRET)).integration();
    assertThat(second.credentials()).isEqualTo(first.credentials());
    assertThat(second.secretsUpdatedAt()).isEqualTo(first.secretsUpdatedAt());
    assertThat(second.previous()).isNull();
    assertThat(second.updatedAt()).isAfter(first.updatedAt());
  }

  @Test
  void a_new_secret_keeps_the_old_credentials_for_a_day() {
    var first = done(configure(COMPLETE)).integration();
    shop.clock.advance(Duration.ofMinutes(1));
    var second = done(configure(rotated())).integration();
    assertThat(second.previous())
        .isEqualTo(
            new RetiredCredentials(
                first.credentials(), shop.clock.instant().plus(Duration.ofHours(24))));
    assertThat(second.secretsUpdatedAt()).isEqualTo(shop.clock.instant());
  }

  @Test
  void a_change_that_leaves_the_credentials_leaves_the_old_ones_while_they_serve() {
    done(configure(COMPLETE));
    var rotated = done(configure(rotated())).integration();
    var same = Map.of("merchant_id", "acme", "key_id", "key-2");
    shop.clock.advance(Duration.ofHours(23));
    assertThat(done(configure(same)).integration().previous()).isEqualTo(rotated.previous());
    shop.clock.advance(Duration.ofHours(1));
    assertThat(done(configure(same)).integration().previous()).isNull();
  }

  @Test
  void old_credentials_serve_refunds_for_a_day_and_no_longer() {
    var sold = shop.sold();
    done(configure(request(shop.id(), rotated())));
    shop.gateway.revoke(shop.integration().credentials());
    shop.clock.advance(Duration.ofHours(23));
    assertThat(created(shop.refund(sold.id(), 1L)).state()).isInstanceOf(RefundState.Done.class);
    shop.clock.advance(Duration.ofHours(2));
    assertThat(created(shop.refund(sold.id(), 1L)).state()).isInstanceOf(RefundState.Failed.class);
  }

  @Test
  void every_problem_is_named_by_its_field_at_once() {
    var request =
        new Request(
            site,
            TestIntegrations.CYBERSOURCE,
            Environment.LIVE,
            IntegrationStatus.ENABLED,
            Currency.getInstance("JPY"),
            List.of("https://fine.example", "https://bad.example/path", "http://localhost"),
            Set.of(CardNetwork.ELO),
            Map.of("merchant_id", "not a name", "colour", "red"));
    assertThat(problems(configure(request)))
        .extracting(FieldProblem::pointer)
        .containsExactlyInAnyOrder(
            "/settings/colour",
            "/settings/merchant_id",
            "/settings/key_id",
            "/settings/secret_key",
            "/supported_currency",
            "/card_networks",
            "/additional_supported_sites/1",
            "/additional_supported_sites/2");
    assertThat(shop.storage.integrations().of(site)).isEmpty();
  }

  @Test
  void an_unknown_setting_is_told_from_a_wrong_one() {
    var settings =
        Map.of("merchant_id", "acme", "key_id", "key-1", "secret_key", "secret-1", "x", "y");
    assertThat(problems(configure(settings)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN));
  }

  @Test
  void a_problem_does_not_repeat_a_secret() {
    var secret = "wr ong";
    var settings = Map.of("merchant_id", "acme", "key_id", "key-1", "secret_key", secret);
    assertThat(problems(configure(settings)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.detail()).doesNotContain(secret));
  }

  @Test
  void local_pages_belong_to_the_sandbox() {
    var request = origins(Environment.SANDBOX, List.of("http://localhost:3000"));
    assertThat(done(configure(request)).integration().additionalSites())
        .containsExactly(new Origin("http://localhost:3000"));
    assertThat(problems(configure(origins(Environment.LIVE, List.of("http://localhost:3000")))))
        .extracting(FieldProblem::pointer)
        .containsExactly("/additional_supported_sites/0");
  }

  @Test
  void a_site_whose_own_page_is_local_cannot_go_live() {
    var local =
        sites
            .add()
            .add(
                new AddSite.Request(
                    "Trying out", new Origin("http://localhost:3000"), null, ZoneOffset.UTC),
                TestEditors.OPERATOR);
    var live =
        new Request(
            local.id(),
            TestIntegrations.CYBERSOURCE,
            Environment.LIVE,
            IntegrationStatus.ENABLED,
            Currency.getInstance("EUR"),
            List.of(),
            Set.of(),
            COMPLETE);
    assertThat(problems(configure(live)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/environment");
    done(configure(request(local.id(), COMPLETE)));
  }

  @Test
  void nine_origins_are_the_most_the_sites_own_among_them() {
    done(configure(origins(Environment.LIVE, many(8))));
    assertThat(problems(configure(origins(Environment.LIVE, many(9)))))
        .extracting(FieldProblem::pointer)
        .containsExactly("/additional_supported_sites");
  }

  @Test
  void an_unknown_gateway_or_site_is_not_found() {
    var elsewhere =
        new Request(
            site,
            new GatewayId("nowhere"),
            Environment.SANDBOX,
            IntegrationStatus.ENABLED,
            Currency.getInstance("EUR"),
            List.of(),
            Set.of(),
            COMPLETE);
    refusal(Refusal.NotFound.class, configure(elsewhere));
    refusal(Refusal.NotFound.class, configure(request(SiteId.next(), COMPLETE)));
  }

  @Test
  void a_check_says_whether_the_settings_work() {
    var gateway = TestIntegrations.CYBERSOURCE;
    refusal(Refusal.NotFound.class, sites.check().check(site, gateway));
    done(configure(COMPLETE));
    assertThat(verdict()).isEqualTo(Verdict.OK);
    shop.gateway.refuseNextConnection();
    assertThat(verdict()).isEqualTo(Verdict.UNREACHABLE);
    shop.gateway.revoke(stored().credentials());
    assertThat(verdict()).isEqualTo(Verdict.CREDENTIALS_REJECTED);
  }

  @Test
  void removed_settings_are_gone() {
    done(configure(COMPLETE));
    done(
        sites.removeIntegration().remove(site, TestIntegrations.CYBERSOURCE, TestEditors.OPERATOR));
    refusal(
        Refusal.NotFound.class, sites.findIntegration().find(site, TestIntegrations.CYBERSOURCE));
    assertThat(done(sites.listIntegrations().list(site))).isEmpty();
  }

  private Verdict verdict() {
    return done(sites.check().check(site, TestIntegrations.CYBERSOURCE)).check().verdict();
  }

  private Integration stored() {
    return done(sites.findIntegration().find(site, TestIntegrations.CYBERSOURCE));
  }

  private static Map<String, String> rotated() {
    return Map.of("merchant_id", "acme", "key_id", "key-2", "secret_key", "secret-2");
  }

  private static List<String> many(int origins) {
    return IntStream.range(0, origins).mapToObj(at -> "https://s" + at + ".example").toList();
  }

  private Result<Configured> configure(Map<String, String> settings) {
    return configure(request(site, settings));
  }

  private Result<Configured> configure(Request request) {
    return sites.configure().configure(request, TestEditors.OPERATOR);
  }

  private static List<FieldProblem> problems(Result<Configured> result) {
    return refusal(Refusal.InvalidFields.class, result).problems();
  }

  private Request origins(Environment environment, List<String> origins) {
    return new Request(
        site,
        TestIntegrations.CYBERSOURCE,
        environment,
        IntegrationStatus.ENABLED,
        Currency.getInstance("EUR"),
        origins,
        Set.of(),
        COMPLETE);
  }

  private static Request request(SiteId site, Map<String, String> settings) {
    return new Request(
        site,
        TestIntegrations.CYBERSOURCE,
        Environment.SANDBOX,
        IntegrationStatus.ENABLED,
        Currency.getInstance("EUR"),
        List.of(),
        Set.of(),
        settings);
  }
}
