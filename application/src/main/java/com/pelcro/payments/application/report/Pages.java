package com.pelcro.payments.application.report;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Slice.More;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.idempotency.ResourceId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list of any length, one page in memory at a time. A page is read when it is asked for, each in
/// a statement of its own, so that a slow reader holds no connection.
final class Pages<T> implements Iterator<List<T>> {

  private final Function<Window, Slice<T>> read;
  private final Function<T, ResourceId> id;
  private @Nullable String after;
  private More more = More.YES;

  Pages(Function<Window, Slice<T>> read, Function<T, ResourceId> id) {
    this.read = read;
    this.id = id;
  }

  @Override
  public boolean hasNext() {
    return more == More.YES;
  }

  /// The next page; only the last may be empty.
  @Override
  public List<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var slice = read.apply(new Window(Window.MOST, after));
    more = slice.rows().isEmpty() ? More.NO : slice.more();
    after = slice.rows().isEmpty() ? after : id.apply(slice.rows().getLast()).value();
    return slice.rows();
  }
}
