package com.pelcro.payments.persistence.customer;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.customer.CustomerFilter;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Page;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// The tables `customers` and `vault_customers`.
public final class JdbiCustomers implements Customers {

  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;

  @Inject
  public JdbiCustomers(Database database) {
    this.database = database;
  }

  private static final String ADD =
      """
      INSERT INTO customers
        (site_id, customer_id, external_id, email, name, metadata, created_at, updated_at)
      VALUES
        (:site, :id, :externalId, :email, :name, jsonb_object(:metadata), :createdAt, :updatedAt)
      ON CONFLICT ON CONSTRAINT external_ids_are_unique DO NOTHING
      """;

  @Override
  public Stored add(Customer customer) {
    return database.change(ADD, binds(customer)) == 1 ? new Stored.Kept() : taken(customer);
  }

  private static final String UPDATE =
      """
      UPDATE customers
      SET external_id = :externalId, email = :email, name = :name,
        metadata = jsonb_object(:metadata), updated_at = :updatedAt
      WHERE site_id = :site AND customer_id = :id AND NOT removed
      """;

  @Override
  public Stored update(Customer customer) {
    try {
      return database.attempt(
          () -> {
            database.changeOne(UPDATE, binds(customer), "the customer");
            return new Stored.Kept();
          });
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause
          && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
        return taken(customer);
      }
      throw e;
    }
  }

  private static final String HOLDER =
      "SELECT customer_id FROM customers WHERE site_id = :site AND external_id = :externalId";

  private Stored taken(Customer customer) {
    var binds = Binds.at(customer.site()).with("externalId", customer.externalId());
    return database
        .find(HOLDER, binds, columns -> new CustomerId(columns.text("customer_id")))
        .map(Stored.ExternalIdTaken::new)
        .orElseThrow(
            () -> new IllegalStateException("an external id was let go of at this moment"));
  }

  private static final String SELECT =
      """
      SELECT site_id, customer_id, external_id, email, name, text_pairs(metadata) AS metadata,
        created_at, updated_at
      FROM customers
      WHERE site_id = :site AND NOT removed
      """;

  private static final String FIND = SELECT + " AND customer_id = :id";

  @Override
  public Optional<Customer> find(SiteId site, CustomerId id) {
    return database.find(FIND, Binds.at(site).with("id", id), JdbiCustomers::customer);
  }

  @Override
  public Optional<Customer> lock(SiteId site, CustomerId id) {
    return database.lock(FIND, Binds.at(site).with("id", id), JdbiCustomers::customer);
  }

  private static final String REMOVE =
      """
      UPDATE customers
      SET removed = true, external_id = NULL, email = NULL, name = NULL, metadata = '{}'
      WHERE site_id = :site AND customer_id = :id
      """;

  @Override
  public void remove(SiteId site, CustomerId id) {
    var _ = database.change(REMOVE, Binds.at(site).with("id", id));
  }

  @Override
  public Slice<Customer> list(SiteId site, CustomerFilter filter, Window window) {
    return new Page("customer_id", window, Binds.at(site))
        .narrow("external_id = :externalId", "externalId", filter.externalId())
        .narrow("email = :email", "email", filter.email())
        .of(database, SELECT, JdbiCustomers::customer);
  }

  private static final String IN_VAULT =
      """
      SELECT token FROM vault_customers
      WHERE site_id = :site AND customer_id = :id AND gateway = :gateway
      """;

  @Override
  public Optional<VaultCustomer> inVault(SiteId site, CustomerId id, GatewayId gateway) {
    return database.find(
        IN_VAULT,
        Binds.at(site).with("id", id).with("gateway", gateway),
        columns -> new VaultCustomer(columns.text("token")));
  }

  private static final String PUT_IN_VAULT =
      """
      INSERT INTO vault_customers (site_id, customer_id, gateway, token)
      VALUES (:site, :id, :gateway, :token)
      ON CONFLICT (site_id, customer_id, gateway) DO UPDATE SET token = excluded.token
      """;

  @Override
  public void putInVault(SiteId site, CustomerId id, GatewayId gateway, VaultCustomer customer) {
    var binds =
        Binds.at(site).with("id", id).with("gateway", gateway).with("token", customer.token());
    database.changeOne(PUT_IN_VAULT, binds, "the customer");
  }

  private static Binds binds(Customer customer) {
    return Binds.at(customer.site())
        .with("id", customer.id())
        .with("externalId", customer.externalId())
        .with("email", customer.email())
        .with("name", customer.name())
        .pairs("metadata", customer.metadata())
        .with("createdAt", customer.createdAt())
        .with("updatedAt", customer.updatedAt());
  }

  private static Customer customer(Columns columns) throws SQLException {
    return new Customer(
        new CustomerId(columns.text("customer_id")),
        new SiteId(columns.text("site_id")),
        columns.optionalText("external_id"),
        columns.optionalText("email"),
        columns.optionalText("name"),
        columns.pairs("metadata"),
        columns.instant("created_at"),
        columns.instant("updated_at"));
  }
}
