package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.reconciliation.BookReader.Reading.Broken;
import com.pelcro.payments.application.reconciliation.BookReader.Reading.Whole;
import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.Reconciliation.Tally;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares the books of one merchant account with what its sites asked for.
final class CompareAccount {

  /// What came of it; without a tally the books could not be read.
  record Outcome(Tally tally, Optional<String> problem) {}

  private static final int AT_ONCE = 500;

  /// Clocks differ, and a request may wait before it is submitted: what lies this close to the edge
  /// of a period may stand on its other side in the books.
  private static final Duration EDGE = Duration.ofMinutes(2);

  /// By now every index has caught up.
  private static final Duration INDEX_LAG = Duration.ofMinutes(15);

  private final AskedOperations operations;
  private final RecordDifferences recorder;
  private final InstantSource clock;

  @Inject
  CompareAccount(AskedOperations operations, RecordDifferences recorder, InstantSource clock) {
    this.operations = operations;
    this.recorder = recorder;
    this.clock = clock;
  }

  Outcome compare(MerchantAccount account, Period period) {
    return switch (BookReader.read(account, period)) {
      case Broken(var why) -> new Outcome(Tally.NONE, Optional.of(problem(account, why)));
      case Whole(var entries) -> new Outcome(compare(account, period, entries), Optional.empty());
    };
  }

  private static String problem(MerchantAccount account, String why) {
    return "the books of " + account.first() + " with " + account.reader().gateway() + ": " + why;
  }

  private Tally compare(MerchantAccount account, Period period, List<BookEntry> entries) {
    var codes = ours(entries);
    var counted = counted(account, period);
    var mismatches = new ArrayList<Mismatch>();
    mismatches.addAll(foreign(entries));
    var known = compareKnown(codes, mismatches);
    counted.stream()
        .filter(asked -> !codes.containsKey(asked.operation().references().code()))
        .map(asked -> Mismatch.here(asked, "it is not in the gateway's books"))
        .forEach(mismatches::add);
    var seen = mismatches.stream().map(found -> recorder.see(account, found)).toList();
    resolve(account, period, seen);
    var open = seen.stream().map(RecordDifferences.Seen::difference).filter(Difference::isOpen);
    var news = seen.stream().filter(RecordDifferences.Seen::news).count();
    return new Tally(
        1,
        entries.size(),
        Math.toIntExact(known + unlisted(counted, codes)),
        Math.toIntExact(open.count()),
        Math.toIntExact(news));
  }

  private void resolve(MerchantAccount account, Period period, List<RecordDifferences.Seen> seen) {
    Set<DifferenceId> ids = new HashSet<>();
    seen.forEach(one -> ids.add(one.difference().id()));
    settled(period).ifPresent(inner -> recorder.resolve(account, inner, ids));
  }

  private static long unlisted(List<AskedOperation> counted, Map<String, List<BookEntry>> codes) {
    return counted.stream()
        .filter(asked -> !codes.containsKey(asked.operation().references().code()))
        .count();
  }

  /// Entries under our references, by reference.
  private static Map<String, List<BookEntry>> ours(List<BookEntry> entries) {
    return entries.stream()
        .filter(CompareAccount::isOurs)
        .collect(Collectors.groupingBy(entry -> String.valueOf(entry.code())));
  }

  private static boolean isOurs(BookEntry entry) {
    var code = entry.code();
    return code != null && References.isOurs(code);
  }

  /// Of what others asked for, only what did something is worth a look; nothing moved otherwise.
  private static List<Mismatch> foreign(List<BookEntry> entries) {
    return entries.stream()
        .filter(entry -> !isOurs(entry) && movesMoney(entry))
        .map(entry -> Mismatch.there(entry, "asked for by somebody else in this account"))
        .toList();
  }

  private static boolean movesMoney(BookEntry entry) {
    return entry.isEffective() && entry.kind() != BookEntry.Kind.VERIFICATION;
  }

  /// How many operations were compared.
  private long compareKnown(Map<String, List<BookEntry>> codes, List<Mismatch> mismatches) {
    var known = new HashSet<String>();
    for (var part : parts(List.copyOf(codes.keySet()))) {
      for (var asked : operations.under(part)) {
        var code = asked.operation().references().code();
        known.add(code);
        mismatches.addAll(Comparison.of(asked, codes.getOrDefault(code, List.of())));
      }
    }
    codes.forEach(
        (code, entries) -> {
          if (!known.contains(code)) {
            unknown(entries).ifPresent(mismatches::add);
          }
        });
    return known.size();
  }

  private static Optional<Mismatch> unknown(List<BookEntry> entries) {
    return entries.stream()
        .filter(CompareAccount::movesMoney)
        .findFirst()
        .map(entry -> Mismatch.there(entry, "under a reference like ours, which we never gave"));
  }

  private static List<Set<String>> parts(List<String> codes) {
    var parts = new ArrayList<Set<String>>();
    for (int from = 0; from < codes.size(); from += AT_ONCE) {
      parts.add(Set.copyOf(codes.subList(from, Math.min(codes.size(), from + AT_ONCE))));
    }
    return parts;
  }

  /// What has to be in the books, if it is true.
  private List<AskedOperation> counted(MerchantAccount account, Period period) {
    return settled(period).stream()
        .flatMap(
            inner -> account.sites().stream().flatMap(site -> all(account, site, inner).stream()))
        .toList();
  }

  private List<AskedOperation> all(MerchantAccount account, SiteId site, Period period) {
    var found = new ArrayList<AskedOperation>();
    @Nullable OperationId after = null;
    List<AskedOperation> part;
    do {
      part = operations.counted(site, account.reader().gateway(), period, after, AT_ONCE);
      found.addAll(part);
      after = found.isEmpty() ? null : found.getLast().operation().id();
    } while (part.size() == AT_ONCE);
    return found;
  }

  /// The part of a period of which the books say everything.
  private Optional<Period> settled(Period period) {
    var from = period.from().plus(EDGE);
    var to = earlier(period.to().minus(EDGE), clock.instant().minus(INDEX_LAG));
    return from.isBefore(to) ? Optional.of(new Period(from, to)) : Optional.empty();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
