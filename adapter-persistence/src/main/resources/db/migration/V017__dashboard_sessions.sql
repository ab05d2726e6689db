-- Who is logged in to the dashboard.

CREATE TABLE dashboard_sessions (
  -- SHA-256 of the token in the cookie; the token itself is nowhere.
  token_hash      text COLLATE "C" PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  -- A site key's session goes with its key.
  site_id         resource_id,
  key_id          resource_id,
  -- An operator's session holds as long as the operator key with this digest does.
  operator_digest text COLLATE "C" CHECK (operator_digest ~ '^[0-9a-f]{64}$'),
  opened_at       timestamptz NOT NULL,
  seen_at         timestamptz NOT NULL CHECK (seen_at >= opened_at),
  FOREIGN KEY (site_id, key_id) REFERENCES api_keys ON DELETE CASCADE,
  CONSTRAINT a_session_is_a_site_keys_or_the_operators
    CHECK (num_nonnulls(site_id, key_id) IN (0, 2)
      AND (operator_digest IS NULL) = (site_id IS NOT NULL))
);

CREATE INDEX dashboard_sessions_by_key ON dashboard_sessions (site_id, key_id)
  WHERE site_id IS NOT NULL;
CREATE INDEX dashboard_sessions_by_age ON dashboard_sessions (opened_at);

-- What people look for: an amount, the end of a card's number, what needs them.
CREATE INDEX charges_by_amount ON charges (site_id, amount, charge_id);
CREATE INDEX payment_methods_by_last4 ON payment_methods (site_id, last4);
CREATE INDEX charges_by_attention ON charges (site_id, charge_id) WHERE needs_attention;
