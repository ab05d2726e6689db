package com.pelcro.payments.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.access.TestApiKeys;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What must be in no table, and in no error.
final class DiscretionTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final Scene scene = Scene.in(DATABASE.storage());

  @Test
  void no_secret_stands_in_any_column() throws SQLException {
    var rotated = TestIntegrations.rotated(scene.id());
    DATABASE.storage().integrations().put(rotated);
    var key = TestApiKeys.unused(scene.id());
    DATABASE.storage().apiKeys().add(key);
    assertThat(found("acme_before")).as("the search itself works").isPositive();
    assertThat(found(rotated.credentials().secret("secret_key").reveal())).isZero();
    var previous = Objects.requireNonNull(rotated.previous());
    assertThat(found(previous.credentials().secret("secret_key").reveal())).isZero();
    assertThat(found("c2VjcmV0")).isZero();
    assertThat(found("sk_" + key.id())).isZero();
    assertThat(found(JdbiStorage.KEY.reveal())).isZero();
  }

  @Test
  void an_error_quotes_neither_the_row_nor_what_was_bound() {
    var method = TestPaymentMethods.bare(scene.id(), scene.customer().id());
    DATABASE.storage().paymentMethods().add(method);
    var thrown = catchThrowable(() -> DATABASE.storage().paymentMethods().add(method));
    assertThat(trace(thrown))
        .contains("payment_methods_pkey")
        .doesNotContain("bo@reader.example", "vi-2", method.id().value());
  }

  @Test
  void the_server_does_not_quote_a_row_that_breaks_a_rule() {
    assertThatThrownBy(() -> DATABASE.run("UPDATE payment_methods SET last4 = 'x'"))
        .satisfies(
            thrown -> assertThat(trace(thrown)).doesNotContain("ada@reader.example", "Räder"));
  }

  @Test
  void a_key_in_use_is_written_to_once_a_minute() {
    var keys = DATABASE.storage().apiKeys();
    var id = ApiKeyId.next();
    var key = new ApiKey(id, scene.id(), "shop", ApiKeyHash.of("sk_" + id), TestApiKeys.MADE, null);
    keys.add(key);
    keys.used(key, TestApiKeys.MADE);
    keys.used(key, TestApiKeys.MADE.plusSeconds(59));
    var known = keys.find(key.hash()).orElseThrow();
    assertThat(known.lastUsedAt()).isEqualTo(TestApiKeys.MADE);
    keys.used(known, TestApiKeys.MADE.plusSeconds(59));
    assertThat(keys.find(key.hash())).contains(known);
    keys.used(known, TestApiKeys.MADE.plusSeconds(60));
    assertThat(keys.find(key.hash()).orElseThrow().lastUsedAt())
        .isEqualTo(TestApiKeys.MADE.plusSeconds(60));
  }

  /// In how many rows of all tables a text stands, whatever the column.
  private static long found(String text) throws SQLException {
    var tables =
        DATABASE.run(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
    var count = 0L;
    for (var table : tables) {
      var sql =
          "SELECT count(*) FROM " + table + " t WHERE position('" + text + "' IN t::text) > 0";
      count += Long.parseLong(DATABASE.run(sql).getFirst());
    }
    return count;
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
