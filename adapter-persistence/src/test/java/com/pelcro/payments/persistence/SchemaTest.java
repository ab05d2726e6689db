package com.pelcro.payments.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What all tables have in common, asked of PostgreSQL's own catalogue.
final class SchemaTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final List<String> TABLES =
      List.of(
          "api_keys",
          "card_sessions",
          "charges",
          "customers",
          "dashboard_sessions",
          "differences",
          "dunning_policies",
          "event_positions",
          "events",
          "idempotency_claims",
          "integrations",
          "invariant_checks",
          "operation_steps",
          "operations",
          "payment_methods",
          "reconciliations",
          "refunds",
          "renewals",
          "scheduled_tasks",
          "settings_changes",
          "sites",
          "subscriptions",
          "test_clocks",
          "used_tokens",
          "vault_customers");

  /// What belongs to no site.
  private static final Set<String> OF_NO_SITE =
      Set.of("dashboard_sessions", "invariant_checks", "reconciliations", "scheduled_tasks");

  @Test
  void these_are_the_tables() throws SQLException {
    assertThat(
            DATABASE.run(
                """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
                ORDER BY table_name COLLATE "C"
                """))
        .isEqualTo(TABLES);
  }

  @Test
  void every_primary_key_of_what_is_a_sites_begins_with_the_site() throws SQLException {
    assertThat(
            DATABASE.run(
                """
                SELECT t.relname FROM pg_index i
                JOIN pg_class t ON t.oid = i.indrelid
                JOIN pg_namespace n ON n.oid = t.relnamespace
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                WHERE n.nspname = 'public' AND i.indisprimary AND a.attname = 'site_id'
                ORDER BY t.relname COLLATE "C"
                """))
        .isEqualTo(TABLES.stream().filter(table -> !OF_NO_SITE.contains(table)).toList());
  }

  @Test
  void every_foreign_key_holds_the_site() throws SQLException {
    assertThat(
            DATABASE.run(
                """
                SELECT conname FROM pg_constraint c
                WHERE contype = 'f' AND NOT EXISTS (
                  SELECT 1 FROM pg_attribute a
                  WHERE a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                    AND a.attname = 'site_id')
                """))
        .isEmpty();
    assertThat(DATABASE.run("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"))
        .containsExactly("38");
  }

  @Test
  void every_time_has_its_zone() throws SQLException {
    assertThat(
            DATABASE.run(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type LIKE 'timestamp%'
                  AND data_type <> 'timestamp with time zone'
                  AND table_name <> 'flyway_schema_history'
                """))
        .isEmpty();
  }

  @Test
  void every_amount_has_the_limits_of_money() throws SQLException {
    assertThat(
            DATABASE.run(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public'
                  AND (column_name LIKE '%amount%' OR column_name LIKE '%asked')
                  AND domain_name IS DISTINCT FROM 'minor_units'
                  AND data_type <> 'text'
                """))
        .isEmpty();
  }

  @Test
  void ids_and_references_are_compared_byte_by_byte() throws SQLException {
    assertThat(
            DATABASE.run(
                """
                SELECT DISTINCT a.attrelid::regclass || '.' || a.attname
                FROM pg_index i
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
                JOIN pg_collation c ON c.oid = a.attcollation
                WHERE i.indisunique AND c.collname <> 'C'
                  AND a.attrelid <> 'flyway_schema_history'::regclass
                """))
        .containsExactly("customers.external_id");
  }

  @Test
  void connections_have_a_name_and_a_limit_on_everything() throws SQLException {
    assertThat(DATABASE.run("SHOW application_name")).containsExactly("pelcro-payments");
    assertThat(DATABASE.run("SHOW statement_timeout")).containsExactly("10s");
    assertThat(DATABASE.run("SHOW lock_timeout")).containsExactly("5s");
    assertThat(DATABASE.run("SHOW idle_in_transaction_session_timeout")).containsExactly("30s");
    assertThat(DATABASE.run("SHOW transaction_isolation")).containsExactly("read committed");
  }
}
