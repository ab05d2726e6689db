package com.pelcro.payments.cybersource.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The gateway's services that ran for a transaction, each with its own result, and the reason
/// given for all of them together.
record Services(List<Run> runs, String overall) {

  static final String SUCCESS = "100";

  enum Result {
    DONE,
    REFUSED,
    BROKEN
  }

  /// One service; `reason` is a word, or a number this version does not know.
  record Run(String name, Result result, String reason) {}

  static Services read(Reading details) {
    var runs =
        details.objects("applicationInformation.applications").stream()
            .flatMap(service -> run(service).stream())
            .toList();
    return new Services(
        runs,
        ReasonNumbers.reason(details.text("applicationInformation.reasonCode").orElse(SUCCESS)));
  }

  Optional<Run> run(String name) {
    return runs.stream().filter(run -> run.name.equals(name)).findFirst();
  }

  /// Everything that is said against the transaction, of any service or of all.
  Stream<String> objections() {
    return Stream.concat(Stream.of(overall), runs.stream().map(Run::reason))
        .filter(reason -> !reason.equals(SUCCESS))
        .distinct();
  }

  private static Optional<Run> run(Reading service) {
    var reason = ReasonNumbers.reason(service.text("reasonCode").orElse(""));
    return service
        .text("name")
        .flatMap(name -> result(service).map(result -> new Run(name, result, reason)));
  }

  private static Optional<Result> result(Reading service) {
    return switch (service.text("rCode").orElse("")) {
      case "1" -> Optional.of(Result.DONE);
      case "0" -> Optional.of(Result.REFUSED);
      case "-1" -> Optional.of(Result.BROKEN);
      default -> Optional.empty();
    };
  }
}
