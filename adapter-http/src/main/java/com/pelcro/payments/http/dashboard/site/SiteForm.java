package com.pelcro.payments.http.dashboard.site;

import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.http.dashboard.Field;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.server.PageCall;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form with what a site is, in and out.
///
/// @param action where it is sent
public record SiteForm(Form form, String action, String button, String back) {

  private static final int LONGEST = 200;

  static Form stored(Site site) {
    var values = new LinkedHashMap<String, String>();
    values.put("name", site.name());
    values.put("url", site.url().value());
    values.put("time_zone", site.timeZone().getId());
    values.put("external_id", site.externalId() == null ? "" : site.externalId());
    return Form.of(values);
  }

  /// The lines of the form.
  public List<Field> fields() {
    return List.of(
        Field.text(form, "name", "Name", "What readers and colleagues call it").needed(),
        Field.text(form, "url", "URL", "Where it is, without a path: https://daily.example")
            .as("url")
            .needed(),
        Field.text(
                form, "time_zone", "Time zone", "Days begin by it: Europe/Paris, America/Toronto")
            .needed(),
        Field.text(form, "external_id", "External ID", "What your own systems call it"));
  }

  static List<Fault> faults(PageCall call) {
    var faults = new ArrayList<Fault>();
    var name = call.field("name");
    if (name.isEmpty() || name.length() > LONGEST) {
      faults.add(new Fault("name", "Give it a name of at most " + LONGEST + " characters"));
    }
    Origin.problem(call.field("url"))
        .ifPresent(problem -> faults.add(new Fault("url", "The URL " + problem)));
    if (zone(call) == null) {
      faults.add(new Fault("time_zone", "There is no such time zone; write it like Europe/Paris"));
    }
    if (call.field("external_id").length() > LONGEST) {
      faults.add(new Fault("external_id", "At most " + LONGEST + " characters"));
    }
    return faults;
  }

  static @Nullable ZoneId zone(PageCall call) {
    try {
      var text = call.field("time_zone");
      return ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable String externalId(PageCall call) {
    var text = call.field("external_id");
    return text.isEmpty() ? null : text;
  }
}
