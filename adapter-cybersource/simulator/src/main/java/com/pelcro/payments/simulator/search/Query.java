package com.pelcro.payments.simulator.search;

import com.pelcro.payments.simulator.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a search asks for.
sealed interface Query {

  /// Whether a transaction is one of those.
  boolean finds(Transaction transaction);

  /// The one reference every hit must have, if there is such a one: it spares looking at all the
  /// others.
  default Optional<String> onlyCode() {
    return Optional.empty();
  }

  /// A field has this value; `*` stands for any characters.
  record Is(Field field, String value) implements Query {

    @Override
    public boolean finds(Transaction transaction) {
      var found = field.of(transaction);
      if (found == null || !value.contains("*")) {
        return value.equals(found);
      }
      var literal = "\\Q" + value.replace("*", "\\E.*\\Q") + "\\E";
      return Pattern.matches(literal, found);
    }

    @Override
    public Optional<String> onlyCode() {
      return field == Field.CODE && !value.contains("*") ? Optional.of(value) : Optional.empty();
    }
  }

  /// It was submitted from one time to another.
  record Submitted(Instant from, boolean fromIncluded, Instant to, boolean toIncluded)
      implements Query {

    @Override
    public boolean finds(Transaction transaction) {
      var at = transaction.at();
      var late = fromIncluded ? !at.isBefore(from) : at.isAfter(from);
      var early = toIncluded ? !at.isAfter(to) : at.isBefore(to);
      return late && early;
    }
  }

  /// All of these.
  record All(List<Query> parts) implements Query {

    @Override
    public boolean finds(Transaction transaction) {
      return parts.stream().allMatch(part -> part.finds(transaction));
    }

    @Override
    public Optional<String> onlyCode() {
      return parts.stream().flatMap(part -> part.onlyCode().stream()).findFirst();
    }
  }

  /// One of these.
  record Any(List<Query> parts) implements Query {

    @Override
    public boolean finds(Transaction transaction) {
      return parts.stream().anyMatch(part -> part.finds(transaction));
    }
  }
}
