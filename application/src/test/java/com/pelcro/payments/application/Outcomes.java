package com.pelcro.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;

/// Takes results apart, and fails the test when they are not what it expects.
public final class Outcomes {

  private Outcomes() {}

  @CanIgnoreReturnValue
  public static <T> T done(Result<T> result) {
    return switch (result) {
      case Done(var value) -> value;
      case Refused(var refusal) -> throw new AssertionError("refused: " + refusal);
    };
  }

  @CanIgnoreReturnValue
  public static <T> T created(Result<Once<T>> result) {
    return switch (done(result)) {
      case Once.Created(var value) -> value;
      case Once.Repeated(var value) -> throw new AssertionError("only repeated: " + value);
    };
  }

  @CanIgnoreReturnValue
  public static <T> T repeated(Result<Once<T>> result) {
    return switch (done(result)) {
      case Once.Repeated(var value) -> value;
      case Once.Created(var value) -> throw new AssertionError("made anew: " + value);
    };
  }

  public static Refusal refusal(Result<?> result) {
    return switch (result) {
      case Done(var value) -> throw new AssertionError("not refused: " + value);
      case Refused(var refusal) -> refusal;
    };
  }

  @CanIgnoreReturnValue
  public static <R extends Refusal> R refusal(Class<R> kind, Result<?> result) {
    var refusal = refusal(result);
    assertThat(refusal).isInstanceOf(kind);
    return kind.cast(refusal);
  }
}
