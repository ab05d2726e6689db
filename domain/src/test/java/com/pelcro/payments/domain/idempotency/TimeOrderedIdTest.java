package com.pelcro.payments.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.SiteId;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimeOrderedIdTest {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("site_", SiteId::next, SiteId::new),
        kind("key_", ApiKeyId::next, ApiKeyId::new),
        kind("cus_", CustomerId::next, CustomerId::new),
        kind("cs_", CardSessionId::next, CardSessionId::new),
        kind("pm_", PaymentMethodId::next, PaymentMethodId::new),
        kind("ch_", ChargeId::next, ChargeId::new),
        kind("re_", RefundId::next, RefundId::new),
        kind("op_", OperationId::next, OperationId::new),
        kind("evt_", EventId::next, EventId::new));
  }

  private static Arguments kind(
      String prefix, Supplier<ResourceId> next, Function<String, ResourceId> read) {
    return Arguments.of(prefix, next, read);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void an_id_is_its_prefix_and_26_characters_and_can_be_read_again(
      String prefix, Supplier<ResourceId> next, Function<String, ResourceId> read) {
    var id = next.get();
    assertThat(id.value()).startsWith(prefix).hasSize(prefix.length() + 26).hasToString(id.value());
    assertThat(id.value().substring(prefix.length())).matches("[" + ALPHABET + "]{26}");
    assertThat(read.apply(id.value())).isEqualTo(id).hasToString(id.value());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void an_id_of_another_kind_is_refused(
      String prefix, Supplier<ResourceId> next, Function<String, ResourceId> read) {
    var other = "xx_" + next.get().value().substring(prefix.length());
    assertThatIllegalArgumentException().isThrownBy(() -> read.apply(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ch_",
        "ch_0000000000000000000000000",
        "ch_000000000000000000000000000",
        "ch_8zzzzzzzzzzzzzzzzzzzzzzzzz",
        "ch_0000000000000000000000000i",
        "ch_0000000000000000000000000l",
        "ch_0000000000000000000000000o",
        "ch_0000000000000000000000000u",
        "ch_0000000000000000000000000A",
        "CH_00000000000000000000000000",
        " ch_00000000000000000000000000",
        "ch_00000000000000000000000000\n"
      })
  void anything_else_is_refused(String text) {
    assertThat(TimeOrderedId.isValid("ch_", text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new ChargeId(text));
  }

  @Test
  void each_id_is_greater_than_the_one_before() {
    var ids = IntStream.range(0, 20_000).mapToObj(_ -> TimeOrderedId.next("ch_")).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void threads_never_draw_the_same_id() {
    var ids =
        IntStream.range(0, 20_000).parallel().mapToObj(_ -> TimeOrderedId.next("ch_")).toList();
    assertThat(new HashSet<>(ids)).hasSize(20_000);
  }

  @Test
  void an_id_is_a_version_7_uuid() {
    for (var id : List.of(TimeOrderedId.next(""), TimeOrderedId.next(""))) {
      var bits = bits(id);
      assertThat(bits.shiftRight(76).intValue() & 0xf).isEqualTo(7);
      assertThat(bits.shiftRight(62).intValue() & 0b11).isEqualTo(0b10);
    }
  }

  @Test
  void bits_are_written_from_the_first_to_the_last() {
    assertThat(TimeOrderedId.encode(0, 1)).isEqualTo("00000000000000000000000001");
    assertThat(TimeOrderedId.encode(0, 32)).isEqualTo("00000000000000000000000010");
    assertThat(TimeOrderedId.encode(-1, -1)).isEqualTo("7zzzzzzzzzzzzzzzzzzzzzzzzz");
    assertThat(bits(TimeOrderedId.encode(1, 0))).isEqualTo(BigInteger.TWO.pow(64));
  }

  @Test
  void references_fit_the_gateway_and_follow_from_the_operation() {
    var operation = OperationId.next();
    var references = References.of(operation);
    assertThat(references).isEqualTo(References.of(operation));
    assertThat(references).isNotEqualTo(References.of(OperationId.next()));
    assertThat(references.code()).hasSizeLessThanOrEqualTo(50);
    assertThat(references.transactionId()).hasSizeLessThanOrEqualTo(30);
    assertThat(References.isOurs(references.code())).isTrue();
    assertThat(References.isOurs("INV-7")).isFalse();
  }

  @Test
  void references_beyond_the_gateways_limits_are_refused() {
    var code = "c".repeat(50);
    var id = "t".repeat(30);
    assertThat(new References(code, id).code()).isEqualTo(code);
    assertThatIllegalArgumentException().isThrownBy(() -> new References(code + "c", id));
    assertThatIllegalArgumentException().isThrownBy(() -> new References(code, id + "t"));
    assertThatIllegalArgumentException().isThrownBy(() -> new References("", id));
    assertThatIllegalArgumentException().isThrownBy(() -> new References(code, ""));
  }

  private static BigInteger bits(String text) {
    return text.chars()
        .mapToObj(character -> BigInteger.valueOf(ALPHABET.indexOf(character)))
        .reduce(BigInteger.ZERO, (sum, digit) -> sum.shiftLeft(5).or(digit));
  }
}
