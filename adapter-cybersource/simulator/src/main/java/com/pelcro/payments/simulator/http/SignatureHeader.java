package com.pelcro.payments.simulator.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The four parameters of a `Signature` header.
record SignatureHeader(String keyId, String algorithm, List<String> names, String signature) {

  private static final String PARAMETER = "\\s*(\\w+)\\s*=\\s*\"([^\"]*)\"\\s*";
  private static final Pattern ONE = Pattern.compile(PARAMETER);
  private static final Pattern WHOLE = Pattern.compile(PARAMETER + "(?:," + PARAMETER + ")*");
  private static final Set<String> KNOWN = Set.of("keyid", "algorithm", "headers", "signature");

  static Optional<SignatureHeader> parse(@Nullable String text) {
    if (text == null || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    var parameters = ONE.matcher(text);
    while (parameters.find()) {
      if (values.put(parameters.group(1), parameters.group(2)) != null) {
        return Optional.empty();
      }
    }
    return values.keySet().equals(KNOWN) ? Optional.of(of(values)) : Optional.empty();
  }

  private static SignatureHeader of(HashMap<String, String> values) {
    return new SignatureHeader(
        values.getOrDefault("keyid", ""),
        values.getOrDefault("algorithm", ""),
        Arrays.asList(values.getOrDefault("headers", "").split(" ", -1)),
        values.getOrDefault("signature", ""));
  }

  boolean coversWhatItMust(boolean withBody) {
    var all = new HashSet<>(names);
    return all.size() == names.size()
        && all.contains("host")
        && all.contains("v-c-merchant-id")
        && (all.contains("date") ^ all.contains("v-c-date"))
        && (all.contains("request-target") ^ all.contains("(request-target)"))
        && (!withBody || all.contains("digest"));
  }

  String dateName() {
    return names.contains("date") ? "date" : "v-c-date";
  }
}
