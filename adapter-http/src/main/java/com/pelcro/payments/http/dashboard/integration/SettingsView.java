package com.pelcro.payments.http.dashboard.integration;

import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.http.dashboard.Field;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.dashboard.Words;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a gateway's settings, as the gateway itself describes them.
public record SettingsView(
    String gateway,
    String href,
    Form form,
    List<Field> settings,
    boolean hasSandbox,
    boolean hasLive,
    List<Choice> currencies,
    List<Choice> networks) {

  static SettingsView of(
      GatewayProfile profile, @Nullable Integration present, Form form, String href, ZoneId zone) {
    var chosen = form.value(SettingsForm.NETWORKS).lines().toList();
    return new SettingsView(
        profile.name(),
        href,
        form,
        profile.settings().stream().map(one -> field(one, present, form, zone)).toList(),
        profile.environments().contains(Environment.SANDBOX),
        profile.environments().contains(Environment.LIVE),
        profile.currencies().stream()
            .map(
                one ->
                    new Choice(
                        one.getCurrencyCode(),
                        GatewayView.currency(one),
                        one.getCurrencyCode().equals(form.value(SettingsForm.CURRENCY))))
            .toList(),
        profile.networks().stream().map(one -> choice(one, chosen)).toList());
  }

  private static Choice choice(CardNetwork network, List<String> chosen) {
    return new Choice(network.code(), network.displayName(), chosen.contains(network.code()));
  }

  private static Field field(
      GatewayProfile.Setting setting, @Nullable Integration present, Form form, ZoneId zone) {
    var name = SettingsForm.name(setting);
    if (!setting.secret()) {
      var field = Field.text(form, name, setting.label(), setting.help());
      return setting.required() ? field.needed() : field;
    }
    if (present == null || !present.credentials().secrets().containsKey(setting.name())) {
      var field = Field.secret(form, name, setting.label(), setting.help());
      return setting.required() ? field.needed() : field;
    }
    var since = Words.at(present.secretsUpdatedAt(), zone).text();
    return Field.secret(
        form,
        name,
        setting.label(),
        setting.help()
            + ". Set on "
            + since
            + ". Leave this empty to keep it, or type a new"
            + " one to replace it.");
  }
}
