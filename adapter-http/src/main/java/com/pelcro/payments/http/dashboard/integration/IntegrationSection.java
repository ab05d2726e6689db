package com.pelcro.payments.http.dashboard.integration;

import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.CheckIntegration;
import com.pelcro.payments.application.site.ConfigureIntegration;
import com.pelcro.payments.application.site.FindIntegration;
import com.pelcro.payments.application.site.RemoveIntegration;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The gateways of a site: choosing one, setting it up, trying it out.
public final class IntegrationSection implements Section {

  private static final String ALL = SITE + "/integrations";
  private static final String ONE = ALL + "/{gateway}";

  /// The gateways there are.
  public record Gallery(List<GatewayView> gateways) {}

  private final Gateways gateways;
  private final FindIntegration find;
  private final ConfigureIntegration configure;
  private final RemoveIntegration remove;
  private final CheckIntegration check;
  private final Html html;

  @Inject
  public IntegrationSection(
      Gateways gateways,
      FindIntegration find,
      ConfigureIntegration configure,
      RemoveIntegration remove,
      CheckIntegration check,
      Html html) {
    this.gateways = gateways;
    this.find = find;
    this.configure = configure;
    this.remove = remove;
    this.check = check;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get(ALL, this::list),
        Door.get(ONE, inquiry -> with(inquiry, profile -> show(inquiry, profile, null))),
        Door.get(ONE + "/configure", inquiry -> with(inquiry, one -> form(inquiry, one))),
        Door.post(ONE + "/configure", inquiry -> with(inquiry, one -> save(inquiry, one))),
        Door.post(ONE + "/test", inquiry -> with(inquiry, one -> test(inquiry, one))),
        Door.get(ONE + "/remove", inquiry -> with(inquiry, one -> sure(inquiry, one))),
        Door.post(ONE + "/remove", inquiry -> with(inquiry, one -> remove(inquiry, one))));
  }

  private Reply.Answer with(Inquiry inquiry, Function<GatewayProfile, Reply.Answer> page) {
    return inquiry
        .call()
        .id("gateway", GatewayId::new)
        .flatMap(gateways::find)
        .map(GatewayAdapter::profile)
        .map(page)
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var all = gateways.profiles().stream().map(profile -> view(inquiry, profile)).toList();
    return page(200, inquiry, "Integrations", "integration/list.jte", new Gallery(all));
  }

  private Reply.Answer show(Inquiry inquiry, GatewayProfile profile, @Nullable CheckView checked) {
    var shown = new GatewayPage(view(inquiry, profile), Form.empty(), checked);
    return page(200, inquiry, profile.name(), "integration/show.jte", shown);
  }

  private Reply.Answer form(Inquiry inquiry, GatewayProfile profile) {
    var present = present(inquiry, profile);
    return form(200, inquiry, profile, present, new SettingsForm(profile, present).stored());
  }

  private Reply.Answer form(
      int status,
      Inquiry inquiry,
      GatewayProfile profile,
      @Nullable Integration present,
      Form form) {
    var zone = inquiry.site().timeZone();
    var view = SettingsView.of(profile, present, form, href(inquiry, profile), zone);
    return page(status, inquiry, "Configure " + profile.name(), "integration/form.jte", view);
  }

  private Reply.Answer save(Inquiry inquiry, GatewayProfile profile) {
    var present = present(inquiry, profile);
    var settings = new SettingsForm(profile, present);
    var faults = settings.faults(inquiry.call());
    if (faults.isEmpty()) {
      var request = settings.request(inquiry.site().id(), inquiry.call());
      switch (configure.configure(request, inquiry.editor())) {
        case Done<ConfigureIntegration.Configured> _ -> {
          return Html.see(href(inquiry, profile) + "?done=configured");
        }
        case Refused(var refusal) ->
            faults =
                refusal instanceof InvalidFields(var problems)
                    ? problems.stream()
                        .map(one -> SettingsForm.fault(one, request.additionalSites()))
                        .toList()
                    : List.of(new Fault(null, Refusals.text(refusal)));
      }
    }
    return form(422, inquiry, profile, present, settings.sent(inquiry.call(), faults));
  }

  private Reply.Answer test(Inquiry inquiry, GatewayProfile profile) {
    return switch (check.check(inquiry.site().id(), profile.id())) {
      case Done(var checked) -> {
        var view = CheckView.of(checked, inquiry.site().timeZone());
        yield inquiry.call().header("HX-Request").isPresent()
            ? html.fragment("integration/check.jte", view)
            : show(inquiry, profile, view);
      }
      case Refused(var refusal) -> html.refused(inquiry, refusal);
    };
  }

  private Reply.Answer sure(Inquiry inquiry, GatewayProfile profile) {
    var shown = new GatewayPage(view(inquiry, profile), Form.empty(), null);
    return shown.gateway().setUp() == null
        ? html.notFound(inquiry)
        : page(200, inquiry, "Remove " + profile.name(), "integration/remove.jte", shown);
  }

  private Reply.Answer remove(Inquiry inquiry, GatewayProfile profile) {
    return switch (remove.remove(inquiry.site().id(), profile.id(), inquiry.editor())) {
      case Done<Integration> _ -> Html.see(inquiry.path("/integrations?done=removed"));
      case Refused(var refusal) -> html.refused(inquiry, refusal);
    };
  }

  private GatewayView view(Inquiry inquiry, GatewayProfile profile) {
    var present = present(inquiry, profile);
    return GatewayView.of(profile, present, href(inquiry, profile), inquiry.site().timeZone());
  }

  private @Nullable Integration present(Inquiry inquiry, GatewayProfile profile) {
    Result<Integration> found = find.find(inquiry.site().id(), profile.id());
    return found instanceof Done(var integration) ? integration : null;
  }

  private static String href(Inquiry inquiry, GatewayProfile profile) {
    return inquiry.path("/integrations/" + profile.id().value());
  }

  private Reply.Answer page(
      int status, Inquiry inquiry, String title, String template, Object page) {
    return html.page(status, inquiry, Menu.INTEGRATIONS, title, template, page);
  }
}
