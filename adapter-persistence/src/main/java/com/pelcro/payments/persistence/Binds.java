package com.pelcro.payments.persistence;

import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Checks;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The values of a statement by the names its SQL gives them: the other direction of [Columns].
public final class Binds {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  private Binds() {}

  public static Binds none() {
    return new Binds();
  }

  /// Every statement about a site's rows names the site.
  public static Binds at(SiteId site) {
    return none().with("site", site);
  }

  public Binds with(String name, @Nullable Object value) {
    values.put(name, column(value));
    return this;
  }

  public Binds texts(String name, Collection<String> texts) {
    values.put(name, array(List.copyOf(texts)));
    return this;
  }

  /// An object of strings, for `jsonb_object`.
  public Binds pairs(String name, @Nullable Map<String, String> map) {
    values.put(name, map == null ? null : array(flat(map)));
    return this;
  }

  /// Binds the amount under `name`, and its currency under `name` and `Currency`.
  public Binds money(String name, @Nullable Money money) {
    return with(name, part(money, Money::minorUnits))
        .with(name + "Currency", part(money, Money::currency));
  }

  public Binds reference(String prefix, @Nullable GatewayReference reference) {
    var checks = part(reference, GatewayReference::checks);
    return with(prefix + "TransactionId", part(reference, GatewayReference::transactionId))
        .with(
            prefix + "NetworkTransactionId",
            part(reference, GatewayReference::networkTransactionId))
        .with(prefix + "ApprovalCode", part(reference, GatewayReference::approvalCode))
        .with(prefix + "ReconciliationId", part(reference, GatewayReference::reconciliationId))
        .with(prefix + "Avs", part(checks, Checks::avs))
        .with(prefix + "Cvn", part(checks, Checks::cvn));
  }

  public Binds decline(@Nullable DeclineReason reason) {
    var wait = part(reason, DeclineReason::retryAfter);
    return with("declineCode", part(reason, DeclineReason::code))
        .with("declineCategory", part(reason, DeclineReason::category))
        .with("declineRetryAfterMillis", wait == null ? null : wait.toMillis())
        .with("declineGatewayReason", part(reason, DeclineReason::gatewayReason))
        .with("declineProcessorCode", part(reason, DeclineReason::processorCode))
        .with("declineMerchantAdvice", part(reason, DeclineReason::merchantAdvice));
  }

  public Binds failure(@Nullable Failure failure) {
    return with("failureCode", part(failure, Failure::code))
        .with("failureDetail", part(failure, Failure::detail));
  }

  <S extends SqlStatement<S>> S to(S statement) {
    return statement.bindMap(values);
  }

  private static <T, R> @Nullable R part(
      @Nullable T whole, Function<T, ? extends @Nullable R> part) {
    return whole == null ? null : part.apply(whole);
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case ResourceId id -> id.value();
      case GatewayId gateway -> gateway.value();
      case Origin origin -> origin.value();
      case Currency currency -> currency.getCurrencyCode();
      case Enum<?> code -> code.name().toLowerCase(Locale.ROOT);
      case Instant instant -> time(instant);
      case String _, Boolean _, Integer _, Long _ -> value;
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    };
  }

  private static Argument time(Instant instant) {
    return (position, statement, _) ->
        statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
  }

  private static Argument array(List<String> texts) {
    return (position, statement, _) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf("text", texts.toArray()));
  }

  private static List<String> flat(Map<String, String> map) {
    var pairs = new ArrayList<String>();
    map.forEach(
        (key, value) -> {
          pairs.add(key);
          pairs.add(value);
        });
    return pairs;
  }
}
