-- Who pays. A customer who is removed leaves an empty row, for what was charged refers to it.

CREATE TABLE customers (
  site_id     resource_id NOT NULL REFERENCES sites,
  customer_id resource_id NOT NULL CHECK (customer_id LIKE 'cus\_%'),
  external_id text,
  email       text,
  name        text,
  metadata    jsonb NOT NULL,
  removed     boolean NOT NULL DEFAULT false,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (site_id, customer_id),
  CONSTRAINT external_ids_are_unique UNIQUE (site_id, external_id),
  CONSTRAINT nothing_is_known_of_the_removed
    CHECK (NOT removed OR (num_nonnulls(external_id, email, name) = 0 AND metadata = '{}'))
);

CREATE INDEX customers_by_email ON customers (site_id, email, customer_id) WHERE email IS NOT NULL;

-- How a gateway's vault names a customer.
CREATE TABLE vault_customers (
  site_id     resource_id NOT NULL,
  customer_id resource_id NOT NULL,
  gateway     gateway_id NOT NULL,
  token       text NOT NULL,
  PRIMARY KEY (site_id, customer_id, gateway),
  FOREIGN KEY (site_id, customer_id) REFERENCES customers
);
