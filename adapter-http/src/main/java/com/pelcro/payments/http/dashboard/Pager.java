package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.PageCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Leads from one part of a list to the next.
public final class Pager {

  /// How many rows a part has.
  public static final int ROWS = 25;

  private static final String AFTER = "after";

  private Pager() {}

  /// The id after which the list goes on; a cursor that is none begins anew.
  public static @Nullable String after(PageCall call, String prefix) {
    return call.query(AFTER)
        .flatMap(Page::id)
        .filter(id -> TimeOrderedId.isValid(prefix, id))
        .orElse(null);
  }

  /// The address of the next part, under the same filters; null on the last one.
  public static <T> @Nullable String next(PageCall call, Slice<T> slice, Function<T, String> id) {
    if (slice.more() == Slice.More.NO || slice.rows().isEmpty()) {
      return null;
    }
    var parts = filters(call);
    parts.add(part(AFTER, Page.cursor(id.apply(slice.rows().getLast()))));
    return "?" + String.join("&", parts);
  }

  /// The filters of this list, to be put behind another address.
  public static String query(PageCall call) {
    var parts = filters(call);
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static List<String> filters(PageCall call) {
    var parts = new ArrayList<String>();
    call.query().names().stream()
        .filter(name -> !name.equals(AFTER) && !name.equals("done"))
        .forEach(name -> call.query(name).ifPresent(value -> parts.add(part(name, value))));
    return parts;
  }

  private static String part(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
