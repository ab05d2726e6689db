package com.pelcro.payments.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Laws of exact sums.
class MoneyProperties {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Property
  void what_is_added_can_be_taken_away(@ForAll("half") Money one, @ForAll("half") Money other) {
    assertThat(one.plus(other).minus(other)).isEqualTo(one);
  }

  @Property
  void the_order_of_a_sum_does_not_matter(@ForAll("half") Money one, @ForAll("half") Money other) {
    assertThat(one.plus(other)).isEqualTo(other.plus(one));
  }

  @Property
  void a_sum_covers_its_parts(@ForAll("half") Money one, @ForAll("half") Money other) {
    assertThat(one.plus(other).covers(one)).isTrue();
    assertThat(one.plus(other).covers(other)).isTrue();
  }

  @Property
  void of_two_amounts_one_covers_the_other(@ForAll("half") Money one, @ForAll("half") Money other) {
    assertThat(one.covers(other) || other.covers(one)).isTrue();
    assertThat(one.covers(other) && other.covers(one)).isEqualTo(one.equals(other));
  }

  @Provide
  Arbitrary<Money> half() {
    return Arbitraries.longs()
        .between(0, Money.MAX_MINOR_UNITS / 2)
        .map(minorUnits -> new Money(minorUnits, EUR));
  }
}
