package com.pelcro.payments.simulator.scenario;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which requests a scenario is about. What is null matches everything.
///
/// @param path found anywhere in the path; anchor it with `^` and `$` for the whole
/// @param amount in minor units
public record Match(
    @Nullable String method,
    @Nullable Pattern path,
    @Nullable String codePrefix,
    @Nullable Long amount,
    @Nullable String last4,
    @Nullable String merchant) {

  boolean covers(Facts facts) {
    return allows(method, wanted -> wanted.equalsIgnoreCase(facts.method()))
        && allows(path, wanted -> wanted.matcher(facts.path()).find())
        && allows(codePrefix, wanted -> facts.code() != null && facts.code().startsWith(wanted))
        && allows(amount, wanted -> wanted.equals(facts.amount()))
        && allows(last4, wanted -> wanted.equals(facts.last4()))
        && allows(merchant, wanted -> wanted.equals(facts.merchant()));
  }

  private static <T> boolean allows(@Nullable T wanted, Predicate<T> test) {
    return wanted == null || test.test(wanted);
  }
}
