package com.pelcro.payments.persistence;

import com.pelcro.payments.domain.decline.DeclineCategory;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Checks;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the columns of one row as values of the domain. What may be null has a method of its own;
/// the others throw when it is.
public final class Columns {

  private final ResultSet rows;

  Columns(ResultSet rows) {
    this.rows = rows;
  }

  public String text(String column) throws SQLException {
    return present(column, optionalText(column));
  }

  public @Nullable String optionalText(String column) throws SQLException {
    return rows.getString(column);
  }

  public boolean isSet(String column) throws SQLException {
    return optionalText(column) != null;
  }

  public boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  public int number(String column) throws SQLException {
    return rows.getInt(column);
  }

  public long count(String column) throws SQLException {
    return rows.getLong(column);
  }

  public @Nullable Integer optionalNumber(String column) throws SQLException {
    return rows.getObject(column, Integer.class);
  }

  public Instant instant(String column) throws SQLException {
    return present(column, optionalInstant(column));
  }

  public @Nullable Instant optionalInstant(String column) throws SQLException {
    var time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public <E extends Enum<E>> E code(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
  }

  public Currency currency(String column) throws SQLException {
    return Currency.getInstance(text(column));
  }

  public Money money(String amount, String currency) throws SQLException {
    return new Money(rows.getLong(amount), currency(currency));
  }

  public List<String> texts(String column) throws SQLException {
    return List.of((String[]) present(column, rows.getArray(column)).getArray());
  }

  /// An object of strings, selected by `text_pairs`.
  public Map<String, String> pairs(String column) throws SQLException {
    var pairs = texts(column);
    var map = new LinkedHashMap<String, String>();
    for (int at = 0; at < pairs.size(); at += 2) {
      map.put(pairs.get(at), pairs.get(at + 1));
    }
    return map;
  }

  /// What the gateway calls a thing, from the columns that begin with `prefix`.
  public GatewayReference reference(String prefix) throws SQLException {
    return new GatewayReference(
        text(prefix + "transaction_id"),
        optionalText(prefix + "network_transaction_id"),
        optionalText(prefix + "approval_code"),
        optionalText(prefix + "reconciliation_id"),
        new Checks(optionalText(prefix + "avs"), optionalText(prefix + "cvn")));
  }

  public DeclineReason decline() throws SQLException {
    var millis = rows.getObject("decline_retry_after_millis", Long.class);
    return new DeclineReason(
        code("decline_code", DeclineCode.class),
        code("decline_category", DeclineCategory.class),
        millis == null ? null : Duration.ofMillis(millis),
        optionalText("decline_gateway_reason"),
        optionalText("decline_processor_code"),
        optionalText("decline_merchant_advice"));
  }

  public Failure failure() throws SQLException {
    return new Failure(code("failure_code", FailureCode.class), text("failure_detail"));
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("column " + column + " is empty");
    }
    return value;
  }
}
