package com.pelcro.payments.http.json;

import com.pelcro.payments.application.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of a list, and the cursor of the part that follows. A cursor is the id of the last row,
/// wrapped so that nobody takes it for more.
public record Page<T>(List<T> data, @Nullable String nextCursor) {

  private static final Pattern ID = Pattern.compile("[a-z]{2,4}_[0-9a-z]{26}");

  public Page {
    data = List.copyOf(data);
  }

  public static <R, T> Page<T> of(Slice<R> slice, Function<R, T> shown, Function<R, String> id) {
    var rows = slice.rows();
    var more = slice.more() == Slice.More.YES && !rows.isEmpty();
    return new Page<>(
        rows.stream().map(shown).toList(), more ? cursor(id.apply(rows.getLast())) : null);
  }

  /// All there is, in one part.
  public static <R, T> Page<T> whole(List<R> rows, Function<R, T> shown) {
    return new Page<>(rows.stream().map(shown).toList(), null);
  }

  public static String cursor(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  /// The id in a cursor, if it is one of ours.
  public static Optional<String> id(String cursor) {
    try {
      var id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return ID.matcher(id).matches() && cursor(id).equals(cursor)
          ? Optional.of(id)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
